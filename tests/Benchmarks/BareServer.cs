using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.FileProviders;
using Microsoft.Extensions.Logging;

namespace Trellis.Benchmarks;

/// <summary>What the web framework gives at best: files of a folder, and the same files from memory, with nothing around.</summary>
public static class BareServer
{
    public static async Task<int> RunAsync(string address, string folder)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls(address);
        var app = builder.Build();
        app.UseStaticFiles(new StaticFileOptions { FileProvider = new PhysicalFileProvider(folder), RequestPath = "/files" });
        foreach (var file in Directory.EnumerateFiles(folder).Where(f => new FileInfo(f).Length < 1 << 20))
        {
            var bytes = await File.ReadAllBytesAsync(file);
            app.MapGet("/memory/" + Path.GetFileName(file), http =>
            {
                http.Response.ContentType = "application/json";
                http.Response.ContentLength = bytes.Length;
                return http.Response.Body.WriteAsync(bytes).AsTask();
            });
        }
        app.MapGet("/fresh", http =>
        {
            http.Response.StatusCode = StatusCodes.Status304NotModified;
            return Task.CompletedTask;
        });
        await app.RunAsync();
        return 0;
    }
}
