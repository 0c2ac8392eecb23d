namespace MagHopfield.FilmStudies.Pictures;

/// <summary>What the pictures of a film need of its geometry: cells, extent, and where the electrodes are.</summary>
/// <param name="CellsX">Cells along x.</param>
/// <param name="CellsY">Cells along y.</param>
/// <param name="Width">Width in metres.</param>
/// <param name="Height">Height in metres.</param>
/// <param name="IsFilm">One flag a cell, x fastest, row 0 at the bottom: whether there is film.</param>
/// <param name="ElectrodeX">x of the centre of each electrode in metres from the left edge.</param>
/// <param name="ElectrodeY">y of the centre of each electrode in metres from the bottom edge.</param>
/// <param name="ElectrodeEdges">Outline of each electrode as the mesh has it: edges of cells, in metres from the lower left corner.</param>
public sealed record FilmOutline(
    int CellsX,
    int CellsY,
    double Width,
    double Height,
    IReadOnlyList<bool> IsFilm,
    IReadOnlyList<double> ElectrodeX,
    IReadOnlyList<double> ElectrodeY,
    IReadOnlyList<IReadOnlyList<((double X, double Y) From, (double X, double Y) To)>> ElectrodeEdges);
