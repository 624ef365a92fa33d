using System.Threading.RateLimiting;
using Microsoft.AspNetCore.RateLimiting;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Extensions.Options;
using TcmCrm.Roi;

namespace CrmApi;

/// <summary>A service of a CRM that evaluates business cases: POST a case document, get the result document.</summary>
public static class CrmService
{
    /// <summary>Puts the service together; the caller runs it.</summary>
    /// <param name="args">Arguments of the command line; they override appsettings.json, for example <c>--Roi:DiscountRate=0.1</c>.</param>
    /// <returns>The service, not yet started.</returns>
    public static WebApplication Build(string[] args)
    {
        WebApplicationBuilder builder = WebApplication.CreateBuilder(new WebApplicationOptions { Args = args, ContentRootPath = AppContext.BaseDirectory });

        // Settings of the library, checked when the service starts.
        builder.Services.AddTcmCrmRoi();
        builder.Services.AddOptions<TcmCrmRoiOptions>().BindConfiguration("Roi", binder => binder.ErrorOnUnknownConfiguration = true);

        builder.Services.AddOptions<LimitOptions>().BindConfiguration("Limits").ValidateDataAnnotations().ValidateOnStart();
        builder.Services.AddOptions<KestrelServerOptions>()
            .Configure<IOptions<LimitOptions>>((kestrel, limits) => kestrel.Limits.MaxRequestBodySize = limits.Value.MaximumBodyBytes);
        builder.Services.AddRateLimiter(limiter => limiter.RejectionStatusCode = StatusCodes.Status503ServiceUnavailable);
        builder.Services.AddOptions<RateLimiterOptions>()
            .Configure<IOptions<LimitOptions>>((limiter, limits) => limiter.AddConcurrencyLimiter(EvaluationEndpoint.Limiter, concurrency =>
            {
                concurrency.PermitLimit = limits.Value.ConcurrentEvaluations;
                concurrency.QueueLimit = limits.Value.WaitingEvaluations;
                concurrency.QueueProcessingOrder = QueueProcessingOrder.OldestFirst;
            }));
        builder.Services.AddHealthChecks();
        builder.Services.AddProblemDetails();

        WebApplication application = builder.Build();
        application.UseExceptionHandler();
        application.UseStatusCodePages();
        application.UseRateLimiter();
        application.MapHealthChecks("/health");
        application.MapPost("/roi/evaluations", EvaluationEndpoint.Evaluate).RequireRateLimiting(EvaluationEndpoint.Limiter);
        application.MapGet("/openapi.json", () => Results.File(Path.Combine(AppContext.BaseDirectory, "openapi.json"), "application/json"));
        application.MapGet("/schema/{name}.schema.json", (string name) => name is "case" or "result"
            ? Results.File(Path.Combine(AppContext.BaseDirectory, "schema", name + ".schema.json"), "application/schema+json")
            : Results.NotFound());
        return application;
    }
}
