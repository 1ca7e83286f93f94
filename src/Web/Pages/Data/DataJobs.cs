using Trellis.Core.Storage;
using Trellis.Core.Storage.Releases;
using Trellis.Interop;
using Trellis.Interop.Fetch;
using Trellis.Interop.Models;

namespace Trellis.Web.Pages.Data;

/// <summary>What the data pages stand on: folders, the names that publishers give to files, and the node that does the loads.</summary>
public static class DataJobs
{
    public static void AddDataJobs(this IServiceCollection services, DataLocation location, IConfiguration configuration)
    {
        services.AddSingleton(new DataFolders(ShippedModels.DataFolder, location.Folder));
        services.AddSingleton(ReleaseFiles.Read(ShippedModels.DataFolder));
        services.AddSingleton(FetchSettings.From(name => configuration[name]));
        services.AddSingleton<DataUpload>();
        services.AddSingleton<DataJobNode>();
        services.AddSingleton<DataJobService>();
        services.AddHostedService(provider => provider.GetRequiredService<DataJobService>());
    }

    /// <summary>The job as it is now; what this node does itself, it knows best.</summary>
    public static DataJob Now(this DataJobNode node, DataJob stored)
    {
        if (stored.IsOver || node.Progress(stored.Key) is not { } running)
            return stored;
        (stored.State, stored.Rows, stored.Bytes, stored.TotalBytes) = (JobState.Running, running.Rows, running.Bytes, running.TotalBytes);
        return stored;
    }
}
