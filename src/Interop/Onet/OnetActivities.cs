namespace Trellis.Interop.Onet;

/// <summary>The list of detailed activities, which stands in two files, or in one since release 30.3.</summary>
internal sealed class OnetActivities(OnetLoad load)
{
    private readonly HashSet<string> _ids = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string> _groups = new(StringComparer.Ordinal);
    private bool _isListed;

    /// <summary>Whether there is such an activity; any counts where the release has no list.</summary>
    public bool Has(string id) => id.Length > 0 && (!_isListed || _ids.Contains(id));

    public async Task WriteAsync()
    {
        if (load.Open("IWA Reference", "GWAs to IWAs") is { } groups)
        {
            var (id, title) = (groups.Need("IWA ID", "IWA Element ID"), groups.Need("IWA Title", "IWA Element Name"));
            foreach (var row in groups.Rows())
                _groups.TryAdd(row[id], row[title]);
        }
        if (load.Open("DWA Reference", "GWAs to IWAs to DWAs") is { } file)
        {
            _isListed = true;
            await load.InsertAsync("occupation_activities",
                OnetLoad.Columns(("id", typeof(string)), ("title", typeof(string)), ("element_id", typeof(string)), ("group_id", typeof(string)), ("group_title", typeof(string))), Rows(file));
        }
    }

    private IEnumerable<object?[]> Rows(OnetFile file)
    {
        var (id, title) = (file.Need("DWA ID", "DWA Element ID"), file.Need("DWA Title", "DWA Element Name"));
        var (element, group) = (file.Need("Element ID", "GWA Element ID", "Work Activities Element ID", "GWA ID"), file.Need("IWA ID", "IWA Element ID"));
        var groupTitle = file.Find("IWA Title", "IWA Element Name");
        foreach (var row in file.Rows())
        {
            if (row.Text(id) is not { } activity || row.Text(title) is not { } text)
                load.Reject(row, "no-activity", "DWA ID", "An activity needs an id and a title.");
            else if (!_ids.Add(activity))
                load.Reject(row, "twice", "DWA ID", "{0} stands in the file before.", activity);
            else
                yield return [load.Key, activity, text, row[element], row[group], row.Text(groupTitle) ?? _groups.GetValueOrDefault(row[group], "")];
        }
    }
}
