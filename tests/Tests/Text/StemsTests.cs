using Trellis.Core.Text;
using Xunit;

namespace Trellis.Tests.Text;

public sealed class StemsTests
{
    [Theory]
    [InlineData("en", "weld", "welds", "welding", "welded")]
    [InlineData("en", "communicate", "communicates", "communicating", "communication")]
    [InlineData("en", "safety", "Safety")]
    [InlineData("es", "limpiar", "limpia", "limpiando", "limpian")]
    [InlineData("es", "herramienta", "herramientas")]
    [InlineData("es", "comunicación", "comunicaciones", "COMUNICACIÓN")]
    [InlineData("es", "eléctrica", "electrica", "eléctricas")]
    [InlineData("fr", "métier", "Metier")]
    public void FormsOfAWord_HaveOneStem(string language, params string[] forms) =>
        Assert.Single(forms.Select(f => Stems.Of(f, language)).Distinct());

    [Theory]
    [InlineData("Uses C++ and C#, well.", "Uses|C++|and|C#|well")]
    [InlineData("Follows 29 CFR 1910.147 on lockout/tagout.", "Follows|29|CFR|1910.147|on|lockout|tagout")]
    [InlineData("The customer's order-picking", "The|customer|order|picking")]
    [InlineData("¿Escucha a los niños?", "Escucha|a|los|niños")]
    [InlineData("", "")]
    public void Text_IsCutIntoWords(string text, string words) =>
        Assert.Equal(words, string.Join('|', WordSplitter.Split(text).Select(w => w.In(text).ToString())));
}
