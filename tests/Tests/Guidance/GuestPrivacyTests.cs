using System.Text;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Trellis.Core.Text;
using Trellis.Tests.Support;
using Xunit;

namespace Trellis.Tests.Guidance;

/// <summary>Nothing that a visitor tells of themselves stays on the server: not in its database and files, its log, or the addresses it is asked for.</summary>
public sealed class GuestPrivacyTests
{
    /// <summary>Words that stand nowhere else.</summary>
    private const string Title = "Zwiebelturm Keeper", Evidence = "quokkaproof evidence", Place = "Xanadoorville", Card = "Ploverlicense", ResumeWord = "Wombatsaid";

    private const string Pay = "48,765";

    [Fact]
    public async Task Journey_OfAGuest_LeavesNothingBehind()
    {
        await using var app = OwnApp.Start(null, ("Logging:GuestJourney:LogLevel:Default", "Information"));
        var log = new KeptLog();
        app.Services.GetRequiredService<ILoggerFactory>().AddProvider(log);
        using var guest = new Guest(app.Address);
        await guest.SendAsync(await guest.OpenAsync("/profile"), "/profile/jobs", ("title", Title), ("years", "3"));
        await guest.SendAsync(await guest.OpenAsync("/profile"), "/profile/about", ("place", Place), ("credentials", Card), ("pay", Pay));
        await guest.SendAsync(await guest.OpenAsync("/skills?view=list"), "/skills/save", ("rate-2.A.1.a", "4"), ("evidence-2.A.1.a", Evidence));
        await guest.SendFileAsync(await guest.OpenAsync("/profile/resume"), "/profile/resume", ("resume.txt", Encoding.UTF8.GetBytes(ResumeWord + "\nCook")));
        await guest.SendAsync(await guest.OpenAsync("/fit"), "/fit/save", ("pay", Pay));
        var profile = await guest.TextAsync("/profile/trellis-profile.json");
        await guest.OpenAsync("/gap?occupation=29-1141.00");

        Assert.All(new[] { Title, Evidence, Place, Card, "4876500" }, word => Assert.Contains(word, profile, StringComparison.Ordinal));
        string[] words = [Title, Title.Replace(' ', '+'), Uri.EscapeDataString(Title), Evidence, Place, Card, ResumeWord, Pay, "48765", guest.Cookie[..40]];
        Assert.Contains(log.Lines, l => l.Contains("/profile/about", StringComparison.Ordinal));
        Assert.DoesNotContain(words, w => guest.Addresses.Exists(a => a.Contains(w, StringComparison.OrdinalIgnoreCase)));
        Assert.DoesNotContain(words, w => log.Lines.Any(l => l.Contains(w, StringComparison.OrdinalIgnoreCase)));
        Assert.DoesNotContain(guest.Cookie, Title, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain(words, w => Holds(app.Folder, w));
        Assert.True(Holds(app.Folder, "Registered Nurses"), "The search would not find what is there.");
    }

    private static bool Holds(string folder, string word)
    {
        var bytes = Utf8.Strict.GetBytes(word);
        return Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories).Any(f =>
        {
            // The database is in use; reading beside it is what a thief could do too.
            using var file = new FileStream(f, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
            var content = new byte[file.Length];
            file.ReadExactly(content);
            return content.AsSpan().IndexOf(bytes) >= 0;
        });
    }

    /// <summary>Everything the program says of each request, from here on.</summary>
    [ProviderAlias("GuestJourney")]
    private sealed class KeptLog : ILoggerProvider, ILogger
    {
        private readonly System.Collections.Concurrent.ConcurrentQueue<string> _lines = new();

        public IEnumerable<string> Lines => _lines;

        public ILogger CreateLogger(string categoryName) => this;

        public IDisposable? BeginScope<TState>(TState state) where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => true;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter) =>
            _lines.Enqueue(formatter(state, exception) + exception);

        public void Dispose() { }
    }
}
