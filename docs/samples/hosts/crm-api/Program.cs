using CrmApi;

await using WebApplication application = CrmService.Build(args);
await application.RunAsync();
