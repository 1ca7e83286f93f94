using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Rendering;

namespace Trellis.Web.Pages.Shared;

/// <summary>
/// A part of a page that is drawn once, when all that it shows has been read. The framework's own component is drawn before that too, for
/// readers who stay connected while it waits; ours get a finished page, and a part need not say what it looks like half read.
/// </summary>
public abstract class ReadFirst : IComponent, IHandleEvent
{
    private RenderHandle _handle;
    private bool _hasBegun;

    /// <summary>The addresses of our own files, with the mark of what they hold.</summary>
    protected ResourceAssetCollection Assets => _handle.Assets;

    public void Attach(RenderHandle renderHandle) => _handle = renderHandle;

    public async Task SetParametersAsync(ParameterView parameters)
    {
        parameters.SetParameterProperties(this);
        if (!_hasBegun)
        {
            _hasBegun = true;
            OnInitialized();
            await OnInitializedAsync();
        }
        OnParametersSet();
        await OnParametersSetAsync();
        _handle.Render(BuildRenderTree);
    }

    /// <summary>A form that was sent changes what the page shows.</summary>
    async Task IHandleEvent.HandleEventAsync(EventCallbackWorkItem item, object? arg)
    {
        await item.InvokeAsync(arg);
        _handle.Render(BuildRenderTree);
    }

    protected virtual void BuildRenderTree(RenderTreeBuilder __builder) { }

    protected virtual void OnInitialized() { }

    protected virtual Task OnInitializedAsync() => Task.CompletedTask;

    protected virtual void OnParametersSet() { }

    protected virtual Task OnParametersSetAsync() => Task.CompletedTask;
}
