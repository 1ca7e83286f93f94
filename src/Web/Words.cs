namespace Trellis.Web;

/// <summary>The texts of the pages. A text is named by its English words; Words.es.resx holds the Spanish ones.</summary>
public sealed class Words;
