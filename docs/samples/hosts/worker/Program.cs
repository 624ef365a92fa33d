using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using TcmCrm.Roi;
using Worker;

// Evaluates every case document of a folder once, for example by night: NAME.json gives NAME.result.json.
HostApplicationBuilder builder = Host.CreateApplicationBuilder(new HostApplicationBuilderSettings { Args = args, ContentRootPath = AppContext.BaseDirectory });
builder.Services.AddTcmCrmRoi(builder.Configuration.GetSection("Roi"));
builder.Services.AddHostedService<CaseFolder>();
using IHost host = builder.Build();
await host.RunAsync();
return Environment.ExitCode;
