using Trellis.Interop.Atlas;

namespace Trellis.Web.Pages.Areas;

/// <summary>The outlines of states and counties, read when the first map is drawn.</summary>
public sealed class Atlas(string dataFolder)
{
    private readonly Lazy<AtlasFile?> _file = new(() => AtlasFile.Read(dataFolder));

    public AtlasFile? File => _file.Value;
}
