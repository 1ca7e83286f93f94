using Trellis.Core.Codes;
using Trellis.Core.Competencies;
using Trellis.Core.Competencies.Worksheets;
using Trellis.Core.Text;
using Xunit;

namespace Trellis.Tests.Competencies;

public sealed class EmployerPackTests
{
    [Theory]
    [InlineData(StatementKind.BehaviorGroup, "en", "How you will work", "Tell me about a time, at work or elsewhere, when this was needed: “Greets guests.” What was going on")]
    [InlineData(StatementKind.TechnicalContentArea, "en", "What you need to know", "Tell me about a task for which you needed to know this: “Greets guests.” What")]
    [InlineData(StatementKind.CriticalWorkFunction, "en", "What you will do", "Walk me through a time when you did this: “Greets guests.” What")]
    [InlineData(null, "en", "What you will do", "Walk me through")]
    [InlineData(StatementKind.BehaviorGroup, "es", "Cómo trabajará", "Cuénteme de una ocasión, en el trabajo o fuera de él, en que hizo falta esto: «Recibe huéspedes». ¿Qué pasaba")]
    public void Question_IsMadeAfterWhatTheStatementSays(StatementKind? heading, string language, string section, string question)
    {
        var pack = EmployerPack.Of(Request("Clerk", Row(heading)).Checked(), DocumentWords.In(language));

        Assert.Equal(section, Assert.Single(pack.Sections).Title);
        Assert.StartsWith(question, Assert.Single(pack.Questions).Question, StringComparison.Ordinal);
        Assert.Equal(3, pack.Questions[0].Probes.Count);
    }

    [Theory]
    [InlineData("", 1, "no-job-title")]
    [InlineData("Clerk", 0, "pack-statements")]
    [InlineData("Clerk", 61, "pack-statements")]
    public void Request_ThatCannotBeFilled_SaysWhy(string title, int statements, string code)
    {
        var request = Request(title, [.. Enumerable.Repeat(Row(null), statements)]);

        Assert.Equal(code, Assert.Single(Assert.Throws<UnusableInputException>(request.Checked).Problems).Code);
    }

    [Fact]
    public void Advice_HasAnAnchorForEachLevel()
    {
        var advice = EmployerPackAdvice.In(DocumentWords.In("en"));

        Assert.Equal(5, advice.Anchors.Count);
        Assert.Contains(advice.NotToAsk, l => l.Contains("pregnancy", StringComparison.Ordinal));
    }

    private static EmployerPackRequest Request(string title, params WorksheetRow[] rows) => new(title, "", [new(null, null, rows)]);

    private static WorksheetRow Row(StatementKind? heading) => new(
        Guid.NewGuid(), null, LanguageText.From([new("en", "Greets guests."), new("es", "Recibe huéspedes.")])!, heading);
}
