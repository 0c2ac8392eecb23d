using MagHopfield.Hardware.Netlist;

namespace MagHopfield.Hardware.Drawing;

/// <summary>A part on a sheet.</summary>
/// <param name="Part">The part.</param>
/// <param name="Symbol">Its symbol.</param>
/// <param name="X">Middle in millimetres from the left edge.</param>
/// <param name="Y">Middle in millimetres from the top edge.</param>
public sealed record PlacedPart(Part Part, Symbol Symbol, double X, double Y);
