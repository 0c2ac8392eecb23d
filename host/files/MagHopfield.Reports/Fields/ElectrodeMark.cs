namespace MagHopfield.Reports.Fields;

/// <summary>An electrode over a plane: its outline and its sign.</summary>
/// <param name="X">x of its middle in metres from the left edge of the plane.</param>
/// <param name="Y">y of its middle in metres from the bottom edge.</param>
/// <param name="Outline">Its edges, each from one point to another, in metres from the lower left corner of the plane.</param>
/// <param name="Sign">1 or −1, written at its middle; 0 for nothing.</param>
public sealed record ElectrodeMark(
    double X, double Y, IReadOnlyList<((double X, double Y) From, (double X, double Y) To)> Outline, int Sign);
