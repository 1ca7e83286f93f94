using ModelContextProtocol;
using ModelContextProtocol.Protocol;
using ModelContextProtocol.Server;

namespace Trellis.Interop.Mcp;

/// <summary>A tool whose wrong questions are answered with the sentence that says what would be right, and are no errors of the server.</summary>
internal sealed class AnsweringTool(McpServerTool tool) : DelegatingMcpServerTool(tool)
{
    public override async ValueTask<CallToolResult> InvokeAsync(RequestContext<CallToolRequestParams> request, CancellationToken cancellationToken = default)
    {
        try
        {
            return await base.InvokeAsync(request, cancellationToken);
        }
        catch (McpException e)
        {
            return new() { IsError = true, Content = [new TextContentBlock { Text = e.Message }] };
        }
    }
}
