using System.Diagnostics.CodeAnalysis;

namespace TcmCrm.Roi;

/// <summary>An ISO 4217 currency: its three-letter code and the number of digits of its minor unit.</summary>
/// <remarks><c>default(Currency)</c> is <see cref="None"/>, the ISO code XXX ("no currency involved").</remarks>
#if NET
[System.Text.Json.Serialization.JsonConverter(typeof(JsonRefusal))]
#endif
public readonly struct Currency : IEquatable<Currency>
{
    // ISO 4217 list one (active codes), grouped by the number of minor-unit digits. Codes without a minor unit in the
    // standard (metals, SDR, test codes) are left out: no cost or benefit is booked in them.
    private const string TwoDigits =
        "AED AFN ALL AMD AOA ARS AUD AWG AZN BAM BBD BDT BMD BND BOB BRL BSD BTN BWP BYN BZD CAD CDF CHF CNY COP CRC CUP CVE CZK " +
        "DKK DOP DZD EGP ERN ETB EUR FJD FKP GBP GEL GHS GIP GMD GTQ GYD HKD HNL HTG HUF IDR ILS INR IRR JMD KES KGS KHR KPW KYD " +
        "KZT LAK LBP LKR LRD LSL MAD MDL MGA MKD MMK MNT MOP MRU MUR MVR MWK MXN MYR MZN NAD NGN NIO NOK NPR NZD PAB PEN PGK PHP " +
        "PKR PLN QAR RON RSD RUB SAR SBD SCR SDG SEK SGD SHP SLE SOS SRD SSP STN SVC SYP SZL THB TJS TMT TOP TRY TTD TWD TZS UAH " +
        "USD UYU UZS VED VES WST XCD XCG YER ZAR ZMW ZWG";

    private const string NoDigits = "BIF CLP DJF GNF ISK JPY KMF KRW PYG RWF UGX VND VUV XAF XOF XPF";
    private const string ThreeDigits = "BHD IQD JOD KWD LYD OMR TND";

    private static readonly Dictionary<string, Currency> Known = BuildTable();

    private readonly string? _code;
    private readonly byte _minorUnits;

    private Currency(string code, byte minorUnits)
    {
        _code = code;
        _minorUnits = minorUnits;
    }

    /// <summary>No currency (ISO code XXX); the value of <c>default(Currency)</c>.</summary>
    public static Currency None => default;

    /// <summary>Renminbi yuan (人民币), two minor digits (分).</summary>
    public static Currency Cny { get; } = Of("CNY");

    /// <summary>United States dollar, two minor digits.</summary>
    public static Currency Usd { get; } = Of("USD");

    /// <summary>Euro, two minor digits.</summary>
    public static Currency Eur { get; } = Of("EUR");

    /// <summary>Hong Kong dollar, two minor digits.</summary>
    public static Currency Hkd { get; } = Of("HKD");

    /// <summary>The three-letter ISO 4217 code in capitals, for example <c>CNY</c>.</summary>
    public string Code => _code ?? "XXX";

    /// <summary>Digits behind the decimal point of the smallest unit: 2 for CNY, 0 for JPY, 3 for KWD; 0 for <see cref="None"/>.</summary>
    public int MinorUnitDigits => _minorUnits;

    /// <summary>The currency with an ISO 4217 code.</summary>
    /// <param name="code">Three capital letters, for example <c>CNY</c>.</param>
    /// <exception cref="ArgumentNullException"><paramref name="code"/> is null.</exception>
    /// <exception cref="ArgumentException">The code is not an active ISO 4217 currency with a minor unit.</exception>
    public static Currency Of(string code) =>
        TryOf(Check.NotNull(code), out Currency currency)
            ? currency
            : throw Check.Wrong(
                $"'{code}' is not an active ISO 4217 currency code; allowed: three capital letters such as CNY, USD, EUR.", nameof(code), "argument.noCurrency", MessageArgument.Text("code", code));

    /// <summary>The currency with an ISO 4217 code, without an exception for an unknown one.</summary>
    /// <param name="code">Three capital letters; null is unknown.</param>
    /// <param name="currency">The currency, or <see cref="None"/> where the code is unknown.</param>
    /// <returns>True where the code is known.</returns>
    public static bool TryOf(string? code, out Currency currency)
    {
        currency = default;
        return code is not null && Known.TryGetValue(code, out currency);
    }

    /// <summary>Same code.</summary>
    /// <param name="left">One currency.</param>
    /// <param name="right">Another.</param>
    public static bool operator ==(Currency left, Currency right) => left.Equals(right);

    /// <summary>Different codes.</summary>
    /// <param name="left">One currency.</param>
    /// <param name="right">Another.</param>
    public static bool operator !=(Currency left, Currency right) => !left.Equals(right);

    /// <inheritdoc/>
    public bool Equals(Currency other) => ReferenceEquals(_code, other._code) || string.Equals(_code, other._code, StringComparison.Ordinal);

    /// <inheritdoc/>
    public override bool Equals([NotNullWhen(true)] object? obj) => obj is Currency other && Equals(other);

    /// <inheritdoc/>
    public override int GetHashCode() => StringComparer.Ordinal.GetHashCode(Code);

    /// <summary>The ISO code.</summary>
    public override string ToString() => Code;

    /// <summary>The currency by its name in the language, and by its code where the language has none.</summary>
    internal MessageArgument NameArgument(string name) => MessageArgument.Part(name, new Message("currency." + Code + ".name", MessageArgument.Text(Message.OwnWords, Code)));

    private static Dictionary<string, Currency> BuildTable()
    {
        var table = new Dictionary<string, Currency>(StringComparer.Ordinal);
        Add(TwoDigits, 2);
        Add(NoDigits, 0);
        Add(ThreeDigits, 3);
        return table;

        void Add(string codes, byte digits)
        {
            foreach (string code in codes.Split(' '))
            {
                table.Add(code, new Currency(code, digits));
            }
        }
    }
}
