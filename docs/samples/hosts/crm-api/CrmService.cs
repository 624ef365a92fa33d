using System.Threading.RateLimiting;
using Microsoft.AspNetCore.Http.Timeouts;
using Microsoft.AspNetCore.RateLimiting;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Extensions.Options;
using TcmCrm.Roi;
using TcmCrm.Roi.Json;

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
        builder.Services.AddTcmCrmRoi(builder.Configuration.GetSection("Roi"));
        builder.Services.AddSingleton(services => new DocumentReadOptions { MaximumBytes = services.GetRequiredService<IOptions<LimitOptions>>().Value.MaximumBodyBytes });

        builder.Services.AddOptions<LimitOptions>().BindConfiguration("Limits").ValidateDataAnnotations().ValidateOnStart();
        builder.Services.AddOptions<KestrelServerOptions>().Configure<IOptions<LimitOptions>>((kestrel, limits) =>
        {
            kestrel.Limits.MaxRequestBodySize = limits.Value.MaximumBodyBytes;
            kestrel.Limits.MaxConcurrentConnections = limits.Value.Connections;
        });

        // What one client may ask at a time: otherwise one that is slow or many takes the service from all others.
        builder.Services.AddRateLimiter(limiter => limiter.RejectionStatusCode = StatusCodes.Status429TooManyRequests);
        builder.Services.AddOptions<RateLimiterOptions>().Configure<IOptions<LimitOptions>>((limiter, limits) => limiter.AddPolicy(
            EvaluationEndpoint.OfAClient,
            context => RateLimitPartition.GetConcurrencyLimiter(
                context.Connection.RemoteIpAddress, _ => new ConcurrencyLimiterOptions { PermitLimit = limits.Value.RequestsOfAClient, QueueLimit = 0 })));
        builder.Services.AddRequestTimeouts();
        builder.Services.AddOptions<RequestTimeoutOptions>().Configure<IOptions<LimitOptions>>((timeouts, limits) => timeouts.AddPolicy(
            EvaluationEndpoint.Timeout,
            new RequestTimeoutPolicy { Timeout = TimeSpan.FromSeconds(limits.Value.RequestSeconds), TimeoutStatusCode = StatusCodes.Status408RequestTimeout }));

        // The turns to compute are taken in the endpoint, once the body is read: who sends slowly waits for itself alone.
        builder.Services.AddSingleton(services =>
        {
            LimitOptions limits = services.GetRequiredService<IOptions<LimitOptions>>().Value;
            return new ConcurrencyLimiter(new ConcurrencyLimiterOptions
            {
                PermitLimit = limits.ConcurrentEvaluations,
                QueueLimit = limits.WaitingEvaluations,
                QueueProcessingOrder = QueueProcessingOrder.OldestFirst,
            });
        });
        builder.Services.AddHealthChecks();
        builder.Services.AddProblemDetails();

        WebApplication application = builder.Build();
        application.UseExceptionHandler();
        application.UseStatusCodePages();
        application.UseRequestTimeouts();
        application.UseRateLimiter();
        application.MapHealthChecks("/health");
        application.MapPost("/roi/evaluations", EvaluationEndpoint.Evaluate)
            .RequireRateLimiting(EvaluationEndpoint.OfAClient)
            .WithRequestTimeout(EvaluationEndpoint.Timeout);
        application.MapGet("/openapi.json", () => Results.File(Path.Combine(AppContext.BaseDirectory, "openapi.json"), "application/json"));
        application.MapGet("/schema/{name}.schema.json", (string name) => name is "case" or "result"
            ? Results.File(Path.Combine(AppContext.BaseDirectory, "schema", name + ".schema.json"), "application/schema+json")
            : Results.NotFound());
        return application;
    }
}
