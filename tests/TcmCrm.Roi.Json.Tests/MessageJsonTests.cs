using System.Text;
using System.Text.Json;
using NodaTime;
using TcmCrm.Roi.Json.Reading;

namespace TcmCrm.Roi.Json.Tests;

public class MessageJsonTests
{
    [Fact]
    public void EveryKindOfArgument_IsWritten()
    {
        var message = new Message(
            "costOverrun.price",
            MessageArgument.Line("line", new LineId("seats"), "云订阅"),
            MessageArgument.Text("subject", "Arpu"),
            MessageArgument.Money("plan", Money.Cny(133_399.995m)),
            MessageArgument.Money("yen", new Money(12.5m, Currency.Of("JPY"))),
            MessageArgument.Ratio("share", 0.2860m),
            MessageArgument.Number("months", 9.50m, 1),
            MessageArgument.Number("huge", double.PositiveInfinity, 0),
            MessageArgument.Number("none", double.NaN, 0),
            MessageArgument.Date("date", new LocalDate(2026, 3, 1)),
            MessageArgument.Month("month", new YearMonth(2026, 3)),
            MessageArgument.Period("period", "P3Y"),
            MessageArgument.Part("reason", Message.NameOf(NotApplicableReason.NoCost)),
            MessageArgument.Parts("others", [new Message("one", MessageArgument.Number("n", 1)), new Message("two")]));
        JsonElement written = Write(writer => MessageJson.Write(writer, message));
        Assert.Equal(["code", "english", "chinese", "subjects", "arguments"], written.EnumerateObject().Select(p => p.Name));
        Assert.Equal("costOverrun", written.GetProperty("code").GetString());
        Assert.Equal(["seats", "Arpu"], written.GetProperty("subjects").EnumerateArray().Select(s => s.GetString()));
        Assert.Equal(
            """
            {"line":"seats","subject":"Arpu","plan":{"amount":"133400.00","currency":"CNY"},"yen":{"amount":"13","currency":"JPY"},"share":0.286,"months":9.5,
            "huge":79228162514264337593543950335,"none":0,"date":"2026-03-01","month":"2026-03","period":"P3Y","reason":{"code":"NotApplicableReason.noCost","arguments":{}},
            "others":[{"code":"one","arguments":{"n":1}},{"code":"two","arguments":{}}]}
            """.ReplaceLineEndings(""),
            written.GetProperty("arguments").GetRawText());
    }

    [Fact]
    public void ProblemOfADocument_IsWrittenInBothLanguages()
    {
        Message problem = Assert.Single(CaseDocument.Read(SoundDocument.With("\"seats\": 120, ", "")).Problems).Message;
        JsonElement written = Write(writer =>
        {
            writer.WriteStartObject();
            MessageJson.WriteList(writer, "problems", [problem]);
            writer.WriteEndObject();
        });
        JsonElement only = Assert.Single(written.GetProperty("problems").EnumerateArray());
        Assert.Equal("'seats' is missing; allowed: a whole number from 0 to 10000000", only.GetProperty("english").GetString());
        Assert.Equal("缺少“seats”，应为0至10000000的整数", only.GetProperty("chinese").GetString());
        Assert.Equal("document.allowed.wholeNumber", only.GetProperty("arguments").GetProperty("allowed").GetProperty("code").GetString());
    }

    [Fact]
    public void Null_IsRefused()
    {
        using var writer = new Utf8JsonWriter(Stream.Null);
        Assert.Equal("writer", Assert.Throws<ArgumentNullException>(() => MessageJson.Write(null!, new Message("a"))).ParamName);
        Assert.Equal("message", Assert.Throws<ArgumentNullException>(() => MessageJson.Write(writer, null!)).ParamName);
        Assert.Equal("messages", Assert.Throws<ArgumentNullException>(() => MessageJson.WriteList(writer, "a", null!)).ParamName);
    }

    private static JsonElement Write(Action<Utf8JsonWriter> write)
    {
        using var stream = new MemoryStream();
        using (var writer = new Utf8JsonWriter(stream, DocumentForm.Compact))
        {
            write(writer);
        }

        return JsonDocument.Parse(Encoding.UTF8.GetString(stream.ToArray())).RootElement;
    }
}
