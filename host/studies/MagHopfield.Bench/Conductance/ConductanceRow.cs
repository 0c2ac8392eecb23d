namespace MagHopfield.Bench.Conductance;

/// <summary>Time, iterations and memory of one conductance matrix.</summary>
/// <param name="Electrodes">Number of electrodes N.</param>
/// <param name="CellsX">Cells along x.</param>
/// <param name="CellsY">Cells along y.</param>
/// <param name="Cold">Seconds of the first G of a film, its preconditioner included, one thread.</param>
/// <param name="Warm">Seconds of a G after every local turn of the magnetisation by some degrees, one thread.</param>
/// <param name="WarmTwo">The same with two threads.</param>
/// <param name="ColdIterations">Iterations of an electrode, mean, from nothing.</param>
/// <param name="WarmIterations">Iterations of an electrode, mean, from the last solution.</param>
/// <param name="BytesPerCell">Memory that the solver keeps, in bytes a cell.</param>
/// <param name="Direct">Seconds of the direct solver, factor and all electrodes, one run; NaN where it did not run.</param>
/// <param name="DirectBytesPerCell">Its largest memory, in bytes a cell.</param>
/// <param name="Difference">Largest difference of an element of G from the direct solver's, relative to its row's diagonal.</param>
public sealed record ConductanceRow(
    int Electrodes,
    int CellsX,
    int CellsY,
    double Cold,
    double Warm,
    double WarmTwo,
    double ColdIterations,
    double WarmIterations,
    double BytesPerCell,
    double Direct,
    double DirectBytesPerCell,
    double Difference);
