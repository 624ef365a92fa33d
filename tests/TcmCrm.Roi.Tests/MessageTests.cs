using NodaTime;

namespace TcmCrm.Roi.Tests;

public class MessageTests
{
    private static readonly LineId Seats = new("seats");

    private static Message Sample => new(
        "sample",
        MessageArgument.Line("line", Seats, "CRM seats"),
        MessageArgument.Money("amount", Money.Cny(1.5m)),
        MessageArgument.Ratio("share", 0.286m),
        MessageArgument.Number("months", 3m),
        MessageArgument.Date("date", new LocalDate(2025, 3, 1)),
        MessageArgument.Month("month", new YearMonth(2025, 3)),
        MessageArgument.Period("period", "P3Y"),
        MessageArgument.Text("text", "x"),
        MessageArgument.Part("part", new Message("inner")),
        MessageArgument.Parts("parts", [new Message("one"), new Message("two")]));

    [Fact]
    public void ToString_IsInvariant() => Assert.Equal(
        "sample(line: seats, amount: CNY 1.5, share: 0.286, months: 3, date: 2025-03-01, month: 2025-03, period: P3Y, text: x, part: inner, parts: [one, two])",
        Sample.ToString());

    [Fact]
    public void Equality_ComparesIdentifierAndArguments()
    {
        EqualityLaw.Holds(
            Sample,
            Sample,
            new Message("other", [.. Sample.Arguments]),
            new Message("sample"),
            new Message("sample", [.. Sample.Arguments.Take(9), MessageArgument.Parts("parts", [new Message("one")])]));
        Assert.NotEqual(MessageArgument.Number("n", 1m, 1), MessageArgument.Number("n", 1m, 2));
        Assert.NotEqual(MessageArgument.Line("n", Seats, "a"), MessageArgument.Line("n", Seats, "b"));
        Assert.NotEqual(MessageArgument.Number("n", 1m), MessageArgument.Ratio("n", 1m));
    }

    [Fact]
    public void WrongArguments_AreRefusedByName()
    {
        Refused.Null("id", () => new Message(null!));
        Refused.Argument("id", "must not be blank", () => new Message(" "));
        Refused.Null("arguments", () => new Message("a", null!));
        Refused.Argument("arguments", "Two arguments of 'a' are called 'x'", () => new Message("a", MessageArgument.Text("x", "1"), MessageArgument.Text("x", "2")));
        Refused.OutOfRange("decimals", "13", "from 0 to 12", () => MessageArgument.Number("x", 1m, 13));
        Refused.Null("text", () => MessageArgument.Text("x", null!));
        Refused.Null("messages", () => MessageArgument.Parts("x", [null!]));
    }

    [Fact]
    public void Arguments_AreACopyThatNoCastOpens()
    {
        MessageArgument[] arguments = [MessageArgument.Text("x", "1")];
        var message = new Message("a", arguments);
        arguments[0] = MessageArgument.Text("y", "2");
        Assert.Equal("x", message.Arguments[0].Name);
        Assert.False(message.Arguments is MessageArgument[]);
        Assert.Equal("1", message.Find("x")!.Value);
        Assert.Null(message.Find("y"));
    }

    [Fact]
    public void Numbers_BeyondDecimal_AreCutToItsRange()
    {
        Assert.Equal(decimal.MaxValue, MessageArgument.Number("x", 1e300, 0).Value);
        Assert.Equal(decimal.MinValue, MessageArgument.Ratio("x", -1e300).Value);
        Assert.Equal(0m, MessageArgument.Ratio("x", double.NaN).Value);
    }

    [Theory]
    [InlineData("", "must not be blank")]
    [InlineData("*", "stands for every line")]
    [InlineData("a\u0007", "control character")]
    public void LineId_RefusesWhatCannotBeOne(string text, string words) => Refused.Argument("text", words, () => new LineId(text));

    [Fact]
    public void LineId_IsItsText()
    {
        Refused.Argument("text", "1001 characters", () => new LineId(new string('x', 1001)));
        Assert.Equal(Seats, new LineId("seats"));
        Assert.True(Seats != new LineId("Seats"));
        Assert.True(LineId.None == default(LineId));
        Assert.Equal(string.Empty, LineId.None.Text);
        Assert.True(Seats.Equals((object)new LineId("seats")));
        Assert.Equal(Seats.GetHashCode(), new LineId("seats").GetHashCode());
    }
}
