using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Spreadsheet;

namespace Trellis.Interop.Worksheets;

/// <summary>What stands around the rows of each sheet: its view, the widths of its columns, and how it is printed.</summary>
internal sealed record SheetFrame(IReadOnlyList<double> Widths)
{
    /// <summary>How many columns and rows stay in sight.</summary>
    public (int Columns, int Rows) Frozen { get; init; }

    /// <summary>Whether the first column is hidden.</summary>
    public bool HidesFirst { get; init; }

    public bool IsLandscape { get; init; } = true;

    /// <summary>What follows the rows, such as the rules of what may be typed.</summary>
    public OpenXmlElement? After { get; init; }

    /// <summary>Whether the file opens on this sheet.</summary>
    public bool IsFirstSeen { get; init; }

    public void Write(OpenXmlWriter writer, Action<SheetCells> rows)
    {
        writer.WriteStartElement(new Worksheet());
        writer.WriteElement(new SheetProperties(new PageSetupProperties { FitToPage = true }));
        writer.WriteElement(new SheetViews(View()));
        writer.WriteElement(new SheetFormatProperties { DefaultRowHeight = 15.5 });
        writer.WriteElement(new Columns(Widths.Select((width, i) => new Column
        {
            Min = (uint)i + 1,
            Max = (uint)i + 1,
            Width = width,
            CustomWidth = true,
            Hidden = HidesFirst && i == 0 ? true : null,
        })));
        writer.WriteStartElement(new SheetData());
        rows(new(writer));
        writer.WriteEndElement();
        if (After is not null)
            writer.WriteElement(After);
        writer.WriteElement(new PageMargins { Left = 0.4, Right = 0.4, Top = 0.5, Bottom = 0.6, Header = 0.3, Footer = 0.3 });
        writer.WriteElement(new PageSetup { Orientation = IsLandscape ? OrientationValues.Landscape : OrientationValues.Portrait, FitToWidth = 1, FitToHeight = 0 });
        writer.WriteElement(new HeaderFooter(new OddFooter("&L&F&R&P / &N")));
        writer.WriteEndElement();
    }

    private SheetView View()
    {
        var view = new SheetView { WorkbookViewId = 0, ShowGridLines = false, TabSelected = IsFirstSeen ? true : null };
        if (Frozen.Rows > 0)
        {
            view.Append(new Pane
            {
                HorizontalSplit = Frozen.Columns,
                VerticalSplit = Frozen.Rows,
                TopLeftCell = $"{SheetCells.Letters(Frozen.Columns + 1)}{Frozen.Rows + 1}",
                ActivePane = PaneValues.BottomRight,
                State = PaneStateValues.Frozen,
            });
        }
        return view;
    }
}
