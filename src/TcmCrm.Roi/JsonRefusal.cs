#if NET
using System.ComponentModel;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace TcmCrm.Roi;

/// <summary>Makes System.Text.Json refuse a type that it would lose: without a converter an amount comes back as zero in no currency.</summary>
/// <remarks>The converters are those of the package TcmCrm.Roi.Json, <c>options.ConfigureForTcmCrmRoi()</c>; converters of the options go before the one
/// that a type names. On .NET Framework, where System.Text.Json is no part of the platform, nothing refuses.</remarks>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class JsonRefusal : JsonConverterFactory
{
    /// <summary>Any type that names this converter.</summary>
    /// <param name="typeToConvert">The type.</param>
    public override bool CanConvert(Type typeToConvert) => true;

    /// <summary>Refuses.</summary>
    /// <param name="typeToConvert">The type that has no converter.</param>
    /// <param name="options">The options without one.</param>
    /// <exception cref="ArgumentNullException">The type is null.</exception>
    /// <exception cref="NotSupportedException">Always otherwise; the message says which call adds the converters.</exception>
    public override JsonConverter CreateConverter(Type typeToConvert, JsonSerializerOptions options) => throw new NotSupportedException(
        $"Without a converter {Check.NotNull(typeToConvert).Name} would be lost in JSON: call ConfigureForTcmCrmRoi() of the package TcmCrm.Roi.Json on the JsonSerializerOptions.");
}
#endif
