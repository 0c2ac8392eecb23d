using MagHopfield.Pictures;

namespace MagHopfield.Reports.Fields;

/// <summary>A plane of a field as one panel of a figure.</summary>
/// <param name="Grid">The plane.</param>
/// <param name="Colour">Colour of a cell by its index in the plane.</param>
public sealed record FieldPanel(CellGrid Grid, Func<int, Rgb> Colour)
{
    /// <summary>What is written above the panel; empty for nothing.</summary>
    public string Title { get; init; } = "";

    /// <summary>x and y component of a cell by its index in the plane, in any unit, where arrows are wanted.</summary>
    public Func<int, (double X, double Y)>? InPlane { get; init; }

    /// <summary>How arrows are drawn.</summary>
    public Arrows Arrows { get; init; } = new(18, Rgb.Black, EqualLength: true);

    /// <summary>Electrodes over the plane.</summary>
    public IReadOnlyList<ElectrodeMark> Electrodes { get; init; } = [];
}
