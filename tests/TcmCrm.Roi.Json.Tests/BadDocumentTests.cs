using System.Text;
using System.Text.RegularExpressions;

namespace TcmCrm.Roi.Json.Tests;

public class BadDocumentTests
{
    public static TheoryData<int> Rows => [.. Enumerable.Range(0, BadDocuments.All.Count)];

    [Fact]
    public void SoundDocument_IsSound() => Assert.Empty(CaseDocument.Read(SoundDocument.Text).Problems);

    [Theory]
    [MemberData(nameof(Rows))]
    public void BadDocument_IsRefusedWithItsPlaceAndWhatIsAllowed(int row)
    {
        BadDocument bad = BadDocuments.All[row];
        string text = SoundDocument.With(bad.Place, bad.Change);
        CaseReading reading = CaseDocument.Read(text);
        Assert.False(reading.IsSuccess);
        DocumentProblem problem = Assert.Single(reading.Problems);
        Assert.Equal(bad.Path, problem.Path);
        Assert.Contains(bad.Fragment, problem.English(), StringComparison.Ordinal);
        Assert.Equal(bad.Kind, problem.Kind);
        Assert.InRange(problem.Line, LineOf(text, SoundDocument.Text.IndexOf(bad.Place, StringComparison.Ordinal)) - 13, LineOf(text, text.Length));
        Assert.DoesNotContain("   at ", problem.ToString(), StringComparison.Ordinal);
        Assert.DoesNotContain("Parameter", problem.English(), StringComparison.Ordinal);
        if (bad.Kind is DocumentProblemKind.WrongType or DocumentProblemKind.OutOfRange)
        {
            // The place is exactly where the value stands that the message names.
            Assert.Equal(problem.Line, LineOf(text, text.IndexOf(bad.Change, StringComparison.Ordinal)));
            Assert.Contains("; allowed: ", problem.English(), StringComparison.Ordinal);
        }
    }

    [Fact]
    public void AllProblems_AreReportedAtOnceInTheOrderOfTheDocument()
    {
        string text = SoundDocument.With("\"currency\": \"CNY\"", "\"currency\": \"RMB\"")
            .Replace("\"seats\": 120", "\"seats\": -3", StringComparison.Ordinal)
            .Replace("\"dip\": 0.12", "\"dip\": NaN", StringComparison.Ordinal)
            .Replace("\"amount\": 9000", "\"amuont\": 9000", StringComparison.Ordinal)
            .Replace("\"churnBefore\": 0.14", "\"churnBefore\": 14", StringComparison.Ordinal)
            .Replace("\"kind\": \"notMonetised\"", "\"kind\": \"nothing\"", StringComparison.Ordinal);
        IReadOnlyList<DocumentProblem> problems = CaseDocument.Read(text).Problems;
        Assert.Equal(
            ["$.currency", "$.costs[0].seats", "$", "$.costs[3].amount", "$.costs[3].amuont", "$.benefits[1].churnBefore", "$.benefits[2].kind"],
            problems.Select(p => p.Path));
        Assert.Equal(problems.OrderBy(p => p.Line).ThenBy(p => p.Column), problems);
    }

    [Fact]
    public void ManyProblems_AreCutOffWithTheirNumber()
    {
        string flows = string.Join(",", Enumerable.Repeat("{ \"date\": \"x\", \"amount\": -1 }", 500));
        string text = SoundDocument.With("{ \"date\": \"2025-02-15\", \"amount\": 500 }", flows);
        IReadOnlyList<DocumentProblem> problems = CaseDocument.Read(text).Problems;
        Assert.Equal(101, problems.Count);
        Assert.Contains("900 further problems", problems[100].English(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("[]", "a list is not allowed; allowed: an object with")]
    [InlineData("null", "null is not allowed; allowed: an object with")]
    [InlineData("\"case\"", "is not allowed; allowed: an object")]
    [InlineData("42", "42 is not allowed")]
    public void DocumentThatIsNoObject_IsRefused(string text, string fragment)
    {
        DocumentProblem problem = Assert.Single(CaseDocument.Read(text).Problems);
        Assert.Equal("$", problem.Path);
        Assert.Contains(fragment, problem.English(), StringComparison.Ordinal);
    }

    [Fact]
    public void EveryTruncation_IsRefusedWithoutException()
    {
        byte[] whole = Encoding.UTF8.GetBytes(SoundDocument.Text);
        int end = SoundDocument.Text.TrimEnd().Length;
        Assert.Equal(SoundDocument.Text.Length, end);
        for (int length = 0; length < whole.Length; length++)
        {
            CaseReading reading = CaseDocument.Read(whole.AsMemory(0, length));
            Assert.False(reading.IsSuccess);
            Assert.NotEmpty(reading.Problems);
        }
    }

    [Fact]
    public void EveryDamagedByte_GivesProblemsOrACaseButNoException()
    {
        byte[] whole = Encoding.UTF8.GetBytes(SoundDocument.Text);
        byte[] damage = [0x00, 0x22, 0x2C, 0x5B, 0x7D, 0x30, 0x2D, 0x80, 0xFF, (byte)'e', (byte)'\\', (byte)'/'];
        for (int at = 0; at < whole.Length; at++)
        {
            byte kept = whole[at];
            foreach (byte b in damage)
            {
                whole[at] = b;
                CaseReading reading = CaseDocument.Read(whole);
                Assert.Equal(reading.IsSuccess, reading.Problems.Count == 0);
            }

            whole[at] = kept;
        }
    }

    [Fact]
    public void MessagesHoldNoControlCharacters()
    {
        string text = SoundDocument.With("\"deployment\": \"saas\"", "\"\\u001b[31m\\u0007x\": 1");
        DocumentProblem problem = Assert.Single(CaseDocument.Read(text).Problems);
        Assert.DoesNotMatch(new Regex("[\\p{Cc}]"), problem.ToString());
    }

    private static int LineOf(string text, int at) => 1 + text.AsSpan(0, Math.Min(at, text.Length)).Count('\n');
}
