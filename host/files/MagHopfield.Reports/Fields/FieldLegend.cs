using MagHopfield.Pictures;

namespace MagHopfield.Reports.Fields;

/// <summary>What the colours of a figure of a field stand for.</summary>
public abstract record FieldLegend
{
    /// <summary>Colour that stands for no material, and what it is called; null where there is none.</summary>
    public (Rgb Colour, string Text)? Outside { get; init; }
}

/// <summary>Colours of <see cref="TextureColour"/>: hue is the angle in the plane, lightness m_z.</summary>
public sealed record WheelLegend : FieldLegend;

/// <summary>A bar of colours.</summary>
/// <param name="Label">Quantity and unit, as in "mz" or "sheet current (kA/m)".</param>
/// <param name="Lowest">Value at the lower end, in that unit.</param>
/// <param name="Highest">Value at the upper end.</param>
/// <param name="Colour">Colour at a share of the bar, 0 at the lower end, 1 at the upper.</param>
public sealed record BarLegend(string Label, double Lowest, double Highest, Func<double, Rgb> Colour) : FieldLegend
{
    /// <summary>Whether values above the upper end have its colour.</summary>
    public bool OpenAbove { get; init; }
}
