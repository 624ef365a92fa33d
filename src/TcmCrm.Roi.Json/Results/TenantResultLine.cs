using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Text;
using System.Text.Json;
using NodaTime;
using TcmCrm.Roi.Json.Reading;
using TcmCrm.Roi.Periods;
using TcmCrm.Roi.Portfolio;
using TcmCrm.Roi.Review;

namespace TcmCrm.Roi.Json.Results;

/// <summary>One result as one line, whole: reading it gives every bit back. Trials are 64-bit integers of minor units, little-endian, in base 64.</summary>
internal static class TenantResultLine
{
    /// <summary>So many bytes of a line hold the hash that it is found by.</summary>
    public const int HeadLength = 16 + HashLength;

    private const int HashLength = 64;

    private static readonly Choices<NotApplicableReason> Reasons = Choices.Of<NotApplicableReason>();

    private static readonly byte[] Head = Encoding.ASCII.GetBytes("{\"contentHash\":\"");

    public static byte[] Write(TenantResult result, string contentHash)
    {
        using var buffer = new MemoryStream();
        using (var writer = new Utf8JsonWriter(buffer, DocumentForm.Compact))
        {
            writer.WriteStartObject();
            writer.WriteString("contentHash", contentHash);
            writer.WriteString("tenant", result.Tenant);
            if (result.IsEvaluated)
            {
                WriteFigures(writer, result);
            }
            else
            {
                writer.WriteStartArray("problems");
                foreach (Message problem in result.Problems)
                {
                    MessageLine.Write(writer, problem);
                }

                writer.WriteEndArray();
            }

            writer.WriteEndObject();
        }

        buffer.WriteByte((byte)'\n');
        return buffer.ToArray();
    }

    /// <summary>Whether these bytes are the beginning of a line, or as much of it as there is.</summary>
    public static bool Begins(byte[] bytes, int length) => bytes.AsSpan(0, Math.Min(length, Head.Length)).SequenceEqual(Head.AsSpan(0, Math.Min(length, Head.Length)));

    /// <summary>The hash at the head of a line, or null where there is none.</summary>
    public static string? HashIn(byte[] head, int length)
    {
        if (length < Head.Length + HashLength || !head.AsSpan(0, Head.Length).SequenceEqual(Head))
        {
            return null;
        }

        string hash = Encoding.ASCII.GetString(head, Head.Length, HashLength);
        return hash.All(c => c is (>= '0' and <= '9') or (>= 'a' and <= 'f')) ? hash : null;
    }

    public static bool TryRead(ReadOnlyMemory<byte> line, [NotNullWhen(true)] out TenantResult? result, [NotNullWhen(true)] out string? contentHash)
    {
        (result, contentHash) = (null, null);
        try
        {
            using JsonDocument document = JsonDocument.Parse(line);
            JsonElement root = document.RootElement;
            string? hash = root.GetProperty("contentHash").GetString();
            result = hash is null ? null : root.TryGetProperty("problems", out JsonElement problems) ? Failed(root, problems) : Read(root);
            contentHash = result is null ? null : hash;
            return contentHash is not null;
        }
        catch (Exception e) when (e is JsonException or KeyNotFoundException or InvalidOperationException or FormatException or ArgumentException or OverflowException or NodaTime.Text.UnparsableValueException)
        {
            // A line that somebody has changed: the tenant is computed again.
            return false;
        }
    }

    private static void WriteFigures(Utf8JsonWriter writer, TenantResult result)
    {
        writer.WriteString("name", result.Name);
        writer.WriteString("currency", result.Currency.Code);
        writer.WriteString("period", result.Period!.ToString());
        writer.WriteNumber("totalCost", result.TotalCost.Amount);
        writer.WriteNumber("totalBenefit", result.TotalBenefit.Amount);
        Put("netPresentValue", result.NetPresentValue.Select(money => money.Amount));
        Put("roi", result.ReturnOnInvestment);
        writer.WriteNumber("cashableCost", result.CashableCost.Amount);
        writer.WriteNumber("cashableBenefit", result.CashableBenefit.Amount);
        Put("cashableRoi", result.CashableReturnOnInvestment);
        Put("paybackMonths", result.PaybackMonths.Select(months => (decimal)months));
        writer.WriteNumber("warnings", result.WarningCount);
        if (result.OriginalDecision is { } decision)
        {
            writer.WriteString("asOf", result.AsOf!.Value.ToString("uuuu-MM", CultureInfo.InvariantCulture));
            writer.WriteString("originalDecision", ResultNames.OriginalDecisions.WordFor(decision));
            Put("forecastNetPresentValue", result.ForecastNetPresentValue.Select(money => money.Amount));
            Put("forecastRoi", result.ForecastReturnOnInvestment);
            writer.WriteNumber("findings", result.FindingCount);
            writer.WriteNumber("highFindings", result.HighFindingCount);
            writer.WriteNumber("atStake", result.AtStake.Amount);
            writer.WriteString("topFinding", result.TopFinding);
        }

        if (result.Trials.Count > 0)
        {
            var bytes = new byte[8 * result.Trials.Count];
            for (int i = 0; i < result.Trials.Count; i++)
            {
                for (int part = 0; part < 8; part++)
                {
                    bytes[(8 * i) + part] = (byte)(result.Trials[i] >> (8 * part));
                }
            }

            writer.WriteBase64String("trials", bytes);
        }

        void Put(string name, Figure<decimal> figure)
        {
            if (figure.TryGetValue(out decimal value))
            {
                writer.WriteNumber(name, value);
            }
            else
            {
                writer.WriteString(name, Figure.IdOf(figure.Reason!.Value));
            }
        }
    }

    private static TenantResult? Failed(JsonElement root, JsonElement problems)
    {
        Message[] all = [.. problems.EnumerateArray().Select(problem => MessageLine.Read(problem))];
        return all.Length == 0 || root.GetProperty("tenant").GetString() is not { } tenant ? null : new TenantResult(tenant, Array.AsReadOnly(all));
    }

    private static TenantResult? Read(JsonElement root)
    {
        if (!Currency.TryOf(root.GetProperty("currency").GetString(), out Currency currency)
            || !EvaluationPeriod.TryParse(root.GetProperty("period").GetString()!, out EvaluationPeriod? period, out _))
        {
            return null;
        }

        bool isReviewed = root.TryGetProperty("originalDecision", out JsonElement decided);
        TenantTrials? trials = root.TryGetProperty("trials", out JsonElement coded) ? TenantTrials.Of(Trials(coded.GetBytesFromBase64()), currency.MinorUnitDigits) : null;
        return new TenantResult(root.GetProperty("tenant").GetString()!, [])
        {
            Name = root.GetProperty("name").GetString()!,
            Period = period,
            TotalCost = Amount("totalCost"),
            TotalBenefit = Amount("totalBenefit"),
            NetPresentValue = AmountFigure("netPresentValue"),
            ReturnOnInvestment = Number("roi"),
            CashableCost = Amount("cashableCost"),
            CashableBenefit = Amount("cashableBenefit"),
            CashableReturnOnInvestment = Number("cashableRoi"),
            PaybackMonths = Number("paybackMonths").Select(months => (double)months),
            WarningCount = root.GetProperty("warnings").GetInt32(),
            AsOf = isReviewed ? MonthOf(root.GetProperty("asOf").GetString()!) : null,
            OriginalDecision = isReviewed
                ? ResultNames.OriginalDecisions.TryFind(Encoding.UTF8.GetBytes(decided.GetString()!), out OriginalDecision decision) ? decision : throw new FormatException()
                : null,
            ForecastNetPresentValue = isReviewed ? AmountFigure("forecastNetPresentValue") : default,
            ForecastReturnOnInvestment = isReviewed ? Number("forecastRoi") : default,
            FindingCount = isReviewed ? root.GetProperty("findings").GetInt32() : 0,
            HighFindingCount = isReviewed ? root.GetProperty("highFindings").GetInt32() : 0,
            AtStake = isReviewed ? Amount("atStake") : Money.Zero(currency),
            TopFinding = isReviewed ? root.GetProperty("topFinding").GetString() : null,
            SimulatedNetPresentValue = trials?.Figure,
            ProbabilityNpvPositive = trials?.ProbabilityPositive ?? default,
            Trials = trials?.MinorUnits ?? [],
        };

        Money Amount(string name) => new(root.GetProperty(name).GetDecimal(), currency);

        Figure<Money> AmountFigure(string name) => Number(name).Select(amount => new Money(amount, currency));

        Figure<decimal> Number(string name)
        {
            JsonElement value = root.GetProperty(name);
            return value.ValueKind == JsonValueKind.Number
                ? Figure.Of(value.GetDecimal())
                : Figure.NotApplicable<decimal>(Reasons.TryFind(Encoding.UTF8.GetBytes(value.GetString()!), out NotApplicableReason reason) ? reason : throw new FormatException());
        }
    }

    private static YearMonth MonthOf(string text) => new(int.Parse(text.Substring(0, 4), CultureInfo.InvariantCulture), int.Parse(text.Substring(5), CultureInfo.InvariantCulture));

    private static long[] Trials(byte[] bytes)
    {
        var trials = new long[bytes.Length % 8 == 0 ? bytes.Length / 8 : throw new FormatException()];
        for (int i = 0; i < trials.Length; i++)
        {
            for (int part = 7; part >= 0; part--)
            {
                trials[i] = (trials[i] << 8) | bytes[(8 * i) + part];
            }
        }

        return trials;
    }
}
