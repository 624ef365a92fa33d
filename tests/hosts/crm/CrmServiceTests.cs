using System.Diagnostics;
using System.Net;
using System.Net.Http.Headers;
using System.Net.Sockets;
using System.Text;
using System.Text.Json;
using CrmApi;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.Options;

namespace CrmTests;

/// <summary>The web sample as a client sees it.</summary>
public sealed class CrmServiceTests : IAsyncDisposable
{
    private const string Evaluations = "/roi/evaluations";
    private const string BadDocument = """{ "schemaVersion": "1.0", "name": "", "currency": "RMB", "start": "2025-02-30", "costs": [ { "kind": "subscripton" } ], "benefits": 7, "colour": "red" }""";

    private readonly List<IAsyncDisposable> _disposables = [];

    public async ValueTask DisposeAsync()
    {
        foreach (IAsyncDisposable disposable in _disposables)
        {
            await disposable.DisposeAsync();
        }
    }

    [Fact]
    public async Task Case_GivesItsResultDocument()
    {
        HttpClient client = await Start();
        using HttpResponseMessage response = await client.PostAsync(Evaluations, Sample("renhetang-saas"), Token);

        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        Assert.Equal("application/json", response.Content.Headers.ContentType!.MediaType);
        using JsonDocument result = JsonDocument.Parse(await response.Content.ReadAsByteArrayAsync(Token));
        Assert.Equal(["P6M", "P1Y", "P3Y"], result.RootElement.GetProperty("horizons").EnumerateArray().Select(horizon => horizon.GetProperty("period").GetString()));
    }

    [Fact]
    public async Task ParallelRequests_GiveTheBitsOfSerialOnes()
    {
        HttpClient client = await Start("--Limits:RequestsOfAClient=64");
        string[] names = ["renhetang-saas", "renhetang-on-premises", "tei-salesloft", "tei-o365-smb"];
        var serial = new Dictionary<string, string>();
        foreach (string name in names)
        {
            serial.Add(name, await Post(client, name));
        }

        string[] parallel = await Task.WhenAll(Enumerable.Range(0, 64).Select(i => Post(client, names[i % names.Length])));

        Assert.Equal(4, serial.Values.Distinct().Count());
        Assert.All(parallel.Select((text, i) => (Text: text, Name: names[i % names.Length])), answer => Assert.Equal(serial[answer.Name], answer.Text));
    }

    [Fact]
    public async Task BadDocument_GivesAllItsProblems()
    {
        HttpClient client = await Start();
        using HttpResponseMessage response = await client.PostAsync(Evaluations, new StringContent(BadDocument, Encoding.UTF8, "application/json"), Token);

        Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
        Assert.Equal("application/problem+json", response.Content.Headers.ContentType!.MediaType);
        using JsonDocument problem = JsonDocument.Parse(await response.Content.ReadAsByteArrayAsync(Token));
        string[] paths = [.. problem.RootElement.GetProperty("problems").EnumerateArray().Select(one => one.GetProperty("path").GetString()!)];
        Assert.Equal(400, problem.RootElement.GetProperty("status").GetInt32());
        Assert.All<string>(["$.name", "$.currency", "$.start", "$.costs[0].kind", "$.benefits", "$.colour"], path => Assert.Contains(path, paths));
    }

    [Theory]
    [InlineData("{")]
    [InlineData("")]
    [InlineData("[1, 2, 3]")]
    public async Task TextThatIsNoCase_GivesAProblemDocument(string text)
    {
        HttpClient client = await Start();
        using HttpResponseMessage response = await client.PostAsync(Evaluations, new StringContent(text, Encoding.UTF8, "application/json"), Token);

        Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
        using JsonDocument problem = JsonDocument.Parse(await response.Content.ReadAsByteArrayAsync(Token));
        Assert.NotEmpty(problem.RootElement.GetProperty("problems").EnumerateArray());
    }

    [Fact]
    public async Task UnknownDetail_IsRefused()
    {
        HttpClient client = await Start();
        using HttpResponseMessage response = await client.PostAsync(Evaluations + "?detail=everything", Sample("renhetang-saas"), Token);
        Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
        Assert.Contains("allowed: figures, lines, full", await response.Content.ReadAsStringAsync(Token), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task BodyOf100Megabytes_IsRefusedAndNotHeld(bool isLengthKnown)
    {
        HttpClient client = await Start();
        await Post(client, "renhetang-saas");
        var body = new EndlessContent(100 * 1_024 * 1_024, isLengthKnown);
        long before = GC.GetTotalMemory(forceFullCollection: true);

        HttpStatusCode? status;
        try
        {
            using HttpResponseMessage response = await client.PostAsync(Evaluations, body, Token);
            status = response.StatusCode;
        }
        catch (HttpRequestException)
        {
            // The server closes the connection while the client still sends; whether the client then sees the answer is up to timing.
            status = null;
        }

        Assert.True(status is HttpStatusCode.RequestEntityTooLarge or null, $"{status}");
        Assert.True(body.Sent < 32 * 1_024 * 1_024, $"The server took {body.Sent} bytes.");
        Assert.True(GC.GetTotalMemory(forceFullCollection: true) - before < 32 * 1_024 * 1_024);
        await Post(client, "renhetang-saas");
    }

    [Fact]
    public async Task BodyAboveTheLimit_SaysWhatTheLimitIs()
    {
        HttpClient client = await Start("--Limits:MaximumBodyBytes=2048");
        using HttpResponseMessage response = await client.PostAsync(Evaluations, new StringContent(new string(' ', 4_096)), Token);
        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, response.StatusCode);
        Assert.Contains("2048 bytes", await response.Content.ReadAsStringAsync(Token), StringComparison.Ordinal);
    }

    [Fact]
    public async Task ClientThatLeaves_FreesItsPlace()
    {
        // One place a client: a second request is only taken once the first is gone.
        HttpClient client = await Start("--Limits:RequestsOfAClient=1");
        using var leave = new CancellationTokenSource();
        var slow = new SlowContent();
        Task<HttpResponseMessage> first = client.PostAsync(Evaluations, slow, leave.Token);
        await slow.Started.WaitAsync(TimeSpan.FromSeconds(10), Token);
        await Until(client, HttpStatusCode.TooManyRequests);

        await leave.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => first);

        await Until(client, HttpStatusCode.OK);
    }

    [Fact]
    public async Task SlowClients_DoNotStopTheOthers()
    {
        // Twelve clients at 300 bytes a second, above what the server asks for at least, and one turn to compute.
        HttpClient client = await Start("--Limits:ConcurrentEvaluations=1", "--Limits:WaitingEvaluations=0");
        using var leave = new CancellationTokenSource();
        Task[] slow = [.. Enumerable.Range(0, 12).Select(_ => Trickle(client.BaseAddress!, leave.Token))];
        await Task.Delay(1_500, Token);

        var watch = Stopwatch.StartNew();
        for (int i = 0; i < 4; i++)
        {
            await Post(client, "renhetang-saas");
        }

        Assert.True(watch.Elapsed < TimeSpan.FromSeconds(8), $"{watch.Elapsed}");
        Assert.All(slow, one => Assert.False(one.IsCompleted));
        await leave.CancelAsync();
        await Task.WhenAll(slow);
    }

    [Fact]
    public async Task RequestWithoutAnEnd_GetsATimeout()
    {
        HttpClient client = await Start("--Limits:RequestSeconds=1");
        using TcpClient slow = await Begin(client.BaseAddress!);
        var watch = Stopwatch.StartNew();
        using var answer = new StreamReader(slow.GetStream());
        Assert.StartsWith("HTTP/1.1 408 ", await answer.ReadLineAsync(Token), StringComparison.Ordinal);
        Assert.True(watch.Elapsed < TimeSpan.FromSeconds(20), $"{watch.Elapsed}");
        await Post(client, "renhetang-saas");
    }

    [Fact]
    public async Task MoreTurnsThanThereAre_AreRefused_AndWhoLeftIsNotComputed()
    {
        // A document of the most work takes a good part of a second: with one turn and three places, the rest of sixteen is refused.
        HttpClient client = await Start("--Limits:ConcurrentEvaluations=1", "--Limits:WaitingEvaluations=3");
        string heavy = Heavy();
        HttpResponseMessage[] answers = await Task.WhenAll(Enumerable.Range(0, 16).Select(_ => client.PostAsync(Evaluations + "?detail=figures", Json(heavy), Token)));
        Assert.Contains(answers, answer => answer.StatusCode == HttpStatusCode.ServiceUnavailable);
        Assert.Contains(answers, answer => answer.StatusCode == HttpStatusCode.OK);

        HttpClient patient = await Start("--Limits:ConcurrentEvaluations=1", "--Limits:WaitingEvaluations=64");
        var one = Stopwatch.StartNew();
        using HttpResponseMessage first = await patient.PostAsync(Evaluations + "?detail=figures", Json(heavy), Token);
        one.Stop();
        using var leave = new CancellationTokenSource();
        Task<HttpResponseMessage>[] leaving = [.. Enumerable.Range(0, 14).Select(_ => patient.PostAsync(Evaluations + "?detail=figures", Json(heavy), leave.Token))];
        await Task.Delay(200, Token);
        await leave.CancelAsync();
        await Task.WhenAll(leaving.Select(async left => await Assert.ThrowsAnyAsync<OperationCanceledException>(() => left)));

        var watch = Stopwatch.StartNew();
        await Post(patient, "renhetang-saas");
        // Fourteen would take fourteen times as long as one.
        Assert.True(watch.Elapsed < TimeSpan.FromSeconds(2) + (4 * one.Elapsed), $"{watch.Elapsed} after 14 that left, {one.Elapsed} for one");
    }

    [Fact]
    public async Task Health_IsHealthy()
    {
        HttpClient client = await Start();
        Assert.Equal("Healthy", await client.GetStringAsync("/health", Token));
    }

    [Fact]
    public async Task OpenApi_DescribesWhatTheServiceHas()
    {
        HttpClient client = await Start();
        using JsonDocument document = JsonDocument.Parse(await client.GetStringAsync("/openapi.json", Token));
        Assert.Equal("3.1.0", document.RootElement.GetProperty("openapi").GetString());
        Assert.Equal([Evaluations, "/health"], document.RootElement.GetProperty("paths").EnumerateObject().Select(path => path.Name));
        foreach (string reference in References(document.RootElement).Where(reference => reference.StartsWith('/')).Distinct())
        {
            using JsonDocument schema = JsonDocument.Parse(await client.GetStringAsync(reference, Token));
            Assert.Equal(JsonValueKind.Object, schema.RootElement.GetProperty("properties").ValueKind);
        }

        using HttpResponseMessage outside = await client.GetAsync("/schema/..%2Fappsettings.schema.json", Token);
        Assert.Equal(HttpStatusCode.NotFound, outside.StatusCode);
    }

    [Fact]
    public async Task Settings_ComeFromConfiguration()
    {
        string document = await File.ReadAllTextAsync(Path.Combine(AppContext.BaseDirectory, "cases", "renhetang-saas.json"), Token);
        using JsonDocument parsed = JsonDocument.Parse(document);
        string open = JsonSerializer.Serialize(parsed.RootElement.EnumerateObject().Where(property => property.Name is not ("discountRate" or "horizons")).ToDictionary(property => property.Name, property => property.Value));
        HttpClient client = await Start("--Roi:DiscountRate=0.1", "--Roi:Horizons:0=P2Y", "--Roi:Horizons:1=P4Y", "--Roi:Horizons:2=P5Y");
        using HttpResponseMessage response = await client.PostAsync(Evaluations, new StringContent(open, Encoding.UTF8, "application/json"), Token);
        using JsonDocument result = JsonDocument.Parse(await response.Content.ReadAsByteArrayAsync(Token));
        Assert.Equal(0.1, result.RootElement.GetProperty("discountRate").GetDouble());
        Assert.Equal(["P2Y", "P4Y", "P5Y"], result.RootElement.GetProperty("horizons").EnumerateArray().Select(horizon => horizon.GetProperty("period").GetString()));
    }

    [Fact]
    public async Task WrongSettings_StopTheStart()
    {
        await using WebApplication application = CrmService.Build(["--urls", "http://127.0.0.1:0", "--Roi:Currency=RMB", "--Roi:DiscountRate=-2"]);
        OptionsValidationException wrong = await Assert.ThrowsAsync<OptionsValidationException>(() => application.StartAsync(Token));
        Assert.Equal(2, wrong.Failures.Count());
    }

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    private static ByteArrayContent Sample(string name) =>
        new(File.ReadAllBytes(Path.Combine(AppContext.BaseDirectory, "cases", name + ".json"))) { Headers = { ContentType = new MediaTypeHeaderValue("application/json") } };

    private static async Task<string> Post(HttpClient client, string name)
    {
        using HttpResponseMessage response = await client.PostAsync(Evaluations + "?detail=full", Sample(name), Token);
        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        return await response.Content.ReadAsStringAsync(Token);
    }

    private static StringContent Json(string text) => new(text, Encoding.UTF8, "application/json");

    /// <summary>As much work as a document may ask for: 1,660 lines over a hundred years.</summary>
    private static string Heavy() => "{\"schemaVersion\":\"1.0\",\"name\":\"x\",\"currency\":\"CNY\",\"start\":\"2025-01-01\",\"horizons\":[\"P100Y\"],\"costs\":["
        + string.Join(',', Enumerable.Range(0, 1_660).Select(i => $$"""{"category":"software","kind":"recurring","every":"monthly","name":"{{i}}","amount":1}""")) + "],\"benefits\":[]}";

    /// <summary>A connection on which a request has begun, without its body.</summary>
    private static async Task<TcpClient> Begin(Uri address)
    {
        var socket = new TcpClient();
        await socket.ConnectAsync(address.Host, address.Port, Token);
        await socket.GetStream().WriteAsync(
            Encoding.ASCII.GetBytes($"POST {Evaluations} HTTP/1.1\r\nHost: {address.Authority}\r\nContent-Type: application/json\r\nContent-Length: 100000\r\n\r\n"), Token);
        return socket;
    }

    /// <summary>A client that sends a body at 300 bytes a second, and never its end.</summary>
    private static async Task Trickle(Uri address, CancellationToken leave)
    {
        using TcpClient socket = await Begin(address);
        NetworkStream stream = socket.GetStream();
        byte[] piece = Encoding.ASCII.GetBytes(new string(' ', 30));
        try
        {
            while (true)
            {
                await stream.WriteAsync(piece, leave);
                await Task.Delay(100, leave);
            }
        }
        catch (OperationCanceledException)
        {
        }
    }

    private static async Task Until(HttpClient client, HttpStatusCode wanted)
    {
        HttpStatusCode seen = 0;
        for (int i = 0; i < 100 && seen != wanted; i++)
        {
            using HttpResponseMessage response = await client.PostAsync(Evaluations, Sample("renhetang-saas"), Token);
            seen = response.StatusCode;
            await Task.Delay(seen == wanted ? 0 : 50, Token);
        }

        Assert.Equal(wanted, seen);
    }

    private static IEnumerable<string> References(JsonElement element) => element.ValueKind switch
    {
        JsonValueKind.Object => element.EnumerateObject().SelectMany(property => property.NameEquals("$ref") ? [property.Value.GetString()!] : References(property.Value)),
        JsonValueKind.Array => element.EnumerateArray().SelectMany(References),
        _ => [],
    };

    private async Task<HttpClient> Start(params string[] settings)
    {
        WebApplication application = CrmService.Build(["--urls", "http://127.0.0.1:0", "--Logging:LogLevel:Default=None", .. settings]);
        _disposables.Add(application);
        await application.StartAsync(Token);
        return new HttpClient { BaseAddress = new Uri(application.Urls.Single()), Timeout = TimeSpan.FromSeconds(60) };
    }

    /// <summary>Blanks without end, counted as they go out.</summary>
    private sealed class EndlessContent(long length, bool isLengthKnown) : HttpContent
    {
        internal long Sent { get; private set; }

        protected override async Task SerializeToStreamAsync(Stream stream, TransportContext? context)
        {
            byte[] block = new byte[64 * 1_024];
            Array.Fill(block, (byte)' ');
            while (Sent < length)
            {
                await stream.WriteAsync(block);
                Sent += block.Length;
            }
        }

        protected override bool TryComputeLength(out long computed)
        {
            computed = length;
            return isLengthKnown;
        }
    }

    /// <summary>Sends one byte and then nothing more.</summary>
    private sealed class SlowContent : HttpContent
    {
        private readonly TaskCompletionSource _started = new(TaskCreationOptions.RunContinuationsAsynchronously);

        internal Task Started => _started.Task;

        protected override Task SerializeToStreamAsync(Stream stream, TransportContext? context) => SerializeToStreamAsync(stream, context, CancellationToken.None);

        protected override async Task SerializeToStreamAsync(Stream stream, TransportContext? context, CancellationToken cancellation)
        {
            await stream.WriteAsync("{"u8.ToArray(), cancellation);
            await stream.FlushAsync(cancellation);
            _started.SetResult();

            // Above the rate below which the server ends a request after five seconds by itself.
            byte[] piece = Encoding.ASCII.GetBytes(new string(' ', 100));
            while (true)
            {
                await Task.Delay(100, cancellation);
                await stream.WriteAsync(piece, cancellation);
                await stream.FlushAsync(cancellation);
            }
        }

        protected override bool TryComputeLength(out long length)
        {
            length = 0;
            return false;
        }
    }
}
