using System.Text;
using TcmCrm.Roi.Json.Reading;

namespace TcmCrm.Roi.Json.Tests.Reading;

public class SyntaxFaultTests
{
    [Theory]
    [InlineData("", 1, 1, "empty")]
    [InlineData("  \n ", 1, 1, "empty")]
    [InlineData("{", 1, 2, "ends in the middle: an object is not closed")]
    [InlineData("{\"a\": [1, 2", 1, 12, "ends in the middle")]
    [InlineData("{\"a\": [1, 2,", 1, 13, "ends in the middle: a list is not closed")]
    [InlineData("{\"a\"", 1, 5, "a ':' and a value are missing after the property name")]
    [InlineData("{\"a\":", 1, 6, "ends in the middle")]
    [InlineData("{\"a\": \"tex", 1, 7, "a text is not closed")]
    [InlineData("{\"a\": tru", 1, 10, "ends in the middle")]
    [InlineData("{\n  \"a\": NaN\n}", 2, 8, "NaN is not allowed; allowed: a finite number")]
    [InlineData("{\"a\": -Infinity}", 1, 7, "-Infinity is not allowed")]
    [InlineData("{\"a\": inf}", 1, 7, "inf is not allowed")]
    [InlineData("{\"a\": True}", 1, 7, "lower case")]
    [InlineData("{\"a\": None}", 1, 7, "text must stand in double quotes")]
    [InlineData("{\"a\": +5}", 1, 7, "not a number in JSON")]
    [InlineData("{\"a\": 01}", 1, 7, "not a number in JSON")]
    [InlineData("{\"a\": .5}", 1, 7, "not a number in JSON")]
    [InlineData("{\"a\": 5.}", 1, 7, "not a number in JSON")]
    [InlineData("{\"a\": 0x1F}", 1, 7, "not a number in JSON")]
    [InlineData("{\"a\": 1_000}", 1, 7, "not a number in JSON")]
    [InlineData("{\"a\": 1,000}", 1, 9, "'000'")]
    [InlineData("{\"a\": 12万}", 1, 7, "not a number in JSON")]
    [InlineData("{\"a\": 'x'}", 1, 7, "double quotes")]
    [InlineData("{a: 1}", 1, 2, "the property name 'a' must stand in double quotes")]
    [InlineData("{\"a\" 1}", 1, 5, "a ':' and a value are missing")]
    [InlineData("{\"a\": 1 \"b\": 2}", 1, 9, "a comma is missing before \"b\"")]
    [InlineData("[1 2]", 1, 4, "a comma is missing before this, found '2'")]
    [InlineData("[\"a\" \"b\"]", 1, 6, "a comma is missing before \"b\"")]
    [InlineData("[1,,2]", 1, 4, "a comma without a value")]
    [InlineData("{\"a\": 1,}", 1, 8, "a comma before '}'")]
    [InlineData("[1, 2,\n]", 1, 6, "a comma before ']'")]
    [InlineData("{ // note\n\"a\": 1}", 1, 3, "comments are not allowed")]
    [InlineData("{\"a\": /* x */ 1}", 1, 7, "comments are not allowed")]
    [InlineData("{\"a\": 1} x", 1, 10, "content after the end")]
    [InlineData("{\"a\": 1}{}", 1, 9, "content after the end")]
    [InlineData("{\"a\": \"x\ny\"}", 1, 9, "line break")]
    [InlineData("{\"a\": \"\\x\"}", 1, 8, "escape is not allowed")]
    [InlineData("{\"a\": \"\\u12G4\"}", 1, 8, "escape is not allowed")]
    [InlineData("{\"a\": 1]", 1, 8, "found ']'")]
    [InlineData("}", 1, 1, "a value is expected")]
    [InlineData("{\"a\": \"药材\", \"b\": NaN}", 1, 18, "NaN is not allowed")]
    [InlineData("{\r\n\"a\":\r\n*}", 3, 1, "a value is expected here, found '*'")]
    public void FaultOfSyntax_HasItsPlaceAndReason(string text, int line, int column, string fragment)
    {
        DocumentProblem problem = Assert.Single(ProblemsOf(text));
        Assert.Contains(fragment, problem.English(), StringComparison.Ordinal);
        Assert.Equal((line, column), (problem.Line, problem.Column));
        Assert.Equal(DocumentProblemKind.Syntax, problem.Kind);
    }

    [Fact]
    public void FaultsThatCanBePassedOver_AreAllFound()
    {
        IReadOnlyList<DocumentProblem> problems = ProblemsOf("{\"a\": NaN,\n\"b\": [1, Infinity, 2,], // c\n\"d\": True}");
        Assert.Equal([1, 2, 2, 2, 3], problems.Select(p => p.Line));
        Assert.Equal(["NaN", "Infinity", ",", null, "True"], problems.Select(p => p.Value));
    }

    [Fact]
    public void ManyRepairs_EndWithoutHanging()
    {
        string text = "[" + string.Join(",", Enumerable.Repeat("NaN", 50_000)) + "]";
        Assert.InRange(ProblemsOf(text).Count, 33, 34);
    }

    [Fact]
    public void EveryPrefixOfADocument_IsRefusedWithoutException()
    {
        const string whole = "{\"name\": \"仁和堂 \\u4e2d\\n\", \"rate\": -1.25e-3, \"list\": [true, false, null, {\"a\": []}], \"x\": 0}";
        for (int length = 0; length < whole.Length; length++)
        {
            Assert.Single(ProblemsOf(whole.Substring(0, length)));
        }

        Assert.Empty(ProblemsOf(whole));
    }

    private static IReadOnlyList<DocumentProblem> ProblemsOf(string text)
    {
        var problems = new ProblemList(100);
        byte[] bytes = Encoding.UTF8.GetBytes(text);
        byte[] before = [.. bytes];
        SourceText? source = SourceText.Open(bytes, 0, bytes.Length, problems);
        Assert.NotNull(source);
        DocumentTree? tree = TreeBuilder.Build(source, DocumentReadOptions.Default, problems);
        problems.Locate(source, tree);
        Assert.Equal(before, bytes);
        return problems.ToList();
    }
}
