using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Trellis.Core.Access;
using Trellis.Core.Storage;

namespace Trellis.Web.Access;

/// <summary>Where the program says things to who started it.</summary>
public sealed record Talk(TextWriter Writer);

/// <summary>Prints a one-time link at the start, with which whoever started the program becomes its first administrator, as long as there is none.</summary>
public static class FirstLink
{
    public static void AddFirstLink(this IServiceCollection services, IConfiguration settings)
    {
        services.AddSingleton(new Talk(Console.Error));
        if (settings["first-link"] == "print")
            services.AddHostedService<Announcement>();
    }

    private sealed class Announcement(IServer server, DbSource source, Talk talk, TimeProvider clock) : IHostedLifecycleService
    {
        public Task StartingAsync(CancellationToken cancellationToken) => Task.CompletedTask;

        public Task StartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

        // By now the server knows its addresses.
        public async Task StartedAsync(CancellationToken cancellationToken)
        {
            await using var db = source.Open();
            if (await Administrators.ExistAsync(db, cancellationToken))
                return;
            var change = new Change("Trellis", clock.GetUtcNow(), "start", "No administrator yet");
            var token = await new OneTimeLinks(db).MakeAsync(null, change, cancellationToken);
            var address = server.Features.Get<IServerAddressesFeature>()?.Addresses.FirstOrDefault() ?? "http://localhost:5080";
            var open = address.Replace("[::]", "localhost", StringComparison.Ordinal).Replace("0.0.0.0", "localhost", StringComparison.Ordinal).TrimEnd('/');
            await talk.Writer.WriteLineAsync($"There is no administrator yet. Become the first one, within a day: {open}{Links.AccountLink(token)}");
        }

        public Task StoppingAsync(CancellationToken cancellationToken) => Task.CompletedTask;

        public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

        public Task StoppedAsync(CancellationToken cancellationToken) => Task.CompletedTask;
    }
}
