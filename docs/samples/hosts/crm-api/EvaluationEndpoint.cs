using System.Text.Json;
using System.Threading.RateLimiting;
using Microsoft.Extensions.Options;
using TcmCrm.Roi;
using TcmCrm.Roi.Cases;
using TcmCrm.Roi.Evaluation;
using TcmCrm.Roi.Json;
using TcmCrm.Roi.Texts;

namespace CrmApi;

/// <summary><c>POST /roi/evaluations</c>: a case document in, the result document out.</summary>
internal static class EvaluationEndpoint
{
    internal const string OfAClient = "requests of a client";
    internal const string Timeout = "time of a request";

    /// <summary>
    /// 200 with the result document; 400 with every problem of the document; 413 for a body above the limit; 422 for a case that is well
    /// formed and cannot be computed, such as one in two currencies without a rate; 503 where too many wait for their turn.
    /// </summary>
    internal static async Task<IResult> Evaluate(
        HttpContext context, IRoiEngine engine, ConcurrencyLimiter turns, IOptions<LimitOptions> limits, string? detail, CancellationToken cancellation)
    {
        if (!Enum.TryParse(detail ?? nameof(ResultDetail.Lines), ignoreCase: true, out ResultDetail wanted) || !Enum.IsDefined(wanted))
        {
            return Results.Problem($"detail is '{detail}'; allowed: figures, lines, full.", statusCode: StatusCodes.Status400BadRequest, title: "The query is wrong.");
        }

        // Kestrel counts the bytes and refuses the first one above its limit; it refuses who reads without awaiting, too.
        CaseReading reading;
        try
        {
            reading = await engine.ReadCaseAsync(context.Request.Body, cancellation);
        }
        catch (BadHttpRequestException refused) when (refused.StatusCode == StatusCodes.Status413PayloadTooLarge)
        {
            return Results.Problem($"A case document may have up to {limits.Value.MaximumBodyBytes} bytes.", statusCode: refused.StatusCode, title: "The document is too large.");
        }
        catch (BadHttpRequestException left)
        {
            // The client went away within its body: nobody reads the answer, and it is no fault of the service.
            return Results.StatusCode(left.StatusCode);
        }

        if (!reading.TryGetCase(out InvestmentCase? investmentCase))
        {
            return Results.Problem(
                $"{reading.Problems.Count} problems.",
                statusCode: StatusCodes.Status400BadRequest,
                title: "The case document is wrong.",
                extensions: new Dictionary<string, object?> { ["problems"] = reading.Problems.Select(DocumentFault.Of) });
        }

        // Given back when the answer is made; a client that leaves while it waits gives up its place.
        using RateLimitLease turn = await turns.AcquireAsync(1, cancellation);
        if (!turn.IsAcquired)
        {
            return Results.Problem("Too many documents wait for their turn; try again.", statusCode: StatusCodes.Status503ServiceUnavailable, title: "The service is busy.");
        }

        var result = new MemoryStream();
        try
        {
            RoiEvaluation evaluation = engine.Evaluate(investmentCase, cancellation: cancellation);
            cancellation.ThrowIfCancellationRequested();
            await engine.WriteAsync(evaluation, result, wanted, cancellation);
        }
        catch (Exception impossible) when (impossible is InvalidOperationException or OverflowException)
        {
            return Results.Problem(impossible.Message, statusCode: StatusCodes.Status422UnprocessableEntity, title: "The case cannot be computed.");
        }

        return Results.Bytes(result.GetBuffer().AsMemory(0, (int)result.Length), "application/json");
    }

    /// <summary>A problem of the document: its kind and code for programs, its words for whoever wrote the document.</summary>
    private sealed record DocumentFault(string Kind, string Code, int Line, int Column, string Path, string Message, string? Value, string? Allowed)
    {
        private static readonly Language English = JsonTexts.In(Language.Of("en"));

        internal static DocumentFault Of(DocumentProblem problem) => new(
            JsonNamingPolicy.CamelCase.ConvertName(problem.Kind.ToString()),
            problem.Message.Id,
            problem.Line,
            problem.Column,
            problem.Path,
            English.Say(problem.Message),
            problem.Value,
            problem.Allowed is { } allowed ? English.Say(allowed) : null);
    }
}
