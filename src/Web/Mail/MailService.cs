using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Trellis.Core.Access;
using Trellis.Core.Storage;
using Trellis.Interop.Mail;

namespace Trellis.Web.Mail;

/// <summary>What mail stands on: the outbox in the data folder, the settings of the server, and who sends.</summary>
public static class MailParts
{
    public static void AddMail(this IServiceCollection services, DataLocation location, IConfiguration configuration)
    {
        var settings = MailSettings.Read(name => configuration[name]);
        services.AddSingleton(settings);
        services.AddSingleton(provider => new Outbox(Path.Combine(provider.GetRequiredService<DataLocation>().Folder, "outbox"), settings, provider.GetRequiredService<TimeProvider>()));
        services.AddSingleton<OutboxSender>();
        services.AddSingleton<Letters>();
        services.AddSingleton<NewsMail>();
        services.AddHostedService<MailService>();
    }
}

/// <summary>Sends what waits in the outbox as long as the program runs, and once an hour looks for news that somebody is to be sent.</summary>
public sealed partial class MailService(OutboxSender sender, Outbox outbox, NewsMail news, IServer server, IConfiguration settings, TimeProvider clock, ILogger<MailService> log) : BackgroundService
{
    private static readonly TimeSpan Between = TimeSpan.FromSeconds(15);
    private const int LooksAnHour = 240;

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Between, clock);
        for (var look = 1; await NextAsync(timer, stoppingToken); look++)
        {
            try
            {
                if (look % LooksAnHour == 1)
                {
                    outbox.Clean();
                    await news.WriteAsync(Root(), stoppingToken);
                }
                Note(await sender.SendAsync(stoppingToken));
            }
            catch (Exception e) when (e is not OperationCanceledException)
            {
                // A message of an exception may name a person; its kind does not.
                NoteFailed(e.GetType().Name);
            }
        }
    }

    private static async Task<bool> NextAsync(PeriodicTimer timer, CancellationToken stop)
    {
        try
        {
            return await timer.WaitForNextTickAsync(stop);
        }
        catch (OperationCanceledException)
        {
            return false;
        }
    }

    private string Root() => (settings["TRELLIS_PUBLIC_URL"] is { Length: > 0 } told ? told
        : server.Features.Get<IServerAddressesFeature>()?.Addresses.FirstOrDefault() ?? "http://localhost:5080").TrimEnd('/');

    private void Note(SendResult result)
    {
        if (result.Sent + result.Postponed > 0)
            NoteSent(result.Sent, result.Postponed, result.Fault ?? "none");
    }

    [LoggerMessage(Level = LogLevel.Information, Message = "E-mail: {Sent} messages sent, {Postponed} to be tried again; last fault: {Fault}.")]
    private partial void NoteSent(int sent, int postponed, string fault);

    [LoggerMessage(Level = LogLevel.Warning, Message = "E-mail could not be looked after: {Fault}.")]
    private partial void NoteFailed(string fault);
}
