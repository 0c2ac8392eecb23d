namespace MagHopfield.Papers.Niu2024.Scaling;

/// <summary>Size and cost of one array, and how far its weights reach.</summary>
/// <param name="Nodes">Number of nodes N.</param>
/// <param name="CellsX">Cells along x.</param>
/// <param name="CellsY">Cells along y.</param>
/// <param name="LessonSeconds">Median time of integrating one pattern's pulse, in seconds, one thread.</param>
/// <param name="ConductanceSeconds">Median time of one matrix G, in seconds, one thread.</param>
/// <param name="Locality">Mean |w_ij| in siemens of random patterns against the distance of the nodes in pitches.</param>
/// <param name="DecayLength">
/// Length in pitches over which |w| falls by e, fitted up to 4 pitches; NaN where the array has too few distances.
/// </param>
public sealed record ScalingSize(
    int Nodes,
    int CellsX,
    int CellsY,
    double LessonSeconds,
    double ConductanceSeconds,
    IReadOnlyList<LocalityPoint> Locality,
    double DecayLength);
