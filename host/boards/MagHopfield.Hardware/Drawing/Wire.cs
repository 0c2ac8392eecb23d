namespace MagHopfield.Hardware.Drawing;

/// <summary>A straight piece of wire, horizontal or vertical.</summary>
/// <param name="Net">Its net.</param>
/// <param name="From">One end.</param>
/// <param name="To">The other end.</param>
public sealed record Wire(string Net, Point From, Point To);
