using System.Globalization;
using MagHopfield.Micromagnetics.Oersted;
using MagHopfield.Micromagnetics.Transport.Outlines;

namespace MagHopfield.Film.Parameters;

/// <summary>Does a film fit into the memory of this machine? Told before minutes of work that would end for want of it.</summary>
public static class FilmMemory
{
    // Bytes a cell beside the convolution of the Oersted field: conductors, their multigrid and the magnetisation; and of each electrode
    // its potential, current and field. With both, films of 1000² cells and 4 electrodes take 1.05 GB, and of 500² and 35 0.80 GB; a heap
    // limited to 1.1 and 0.9 GB was enough for them, one of 0.9 and 0.7 GB was not.
    private const double OfFilm = 430, OfElectrode = 70;

    /// <summary>Memory that a film takes while it is prepared, when it takes most, in bytes; roughly.</summary>
    /// <param name="cellsX">Number of cells along x.</param>
    /// <param name="cellsY">Number of cells along y.</param>
    /// <param name="electrodes">Number of electrodes.</param>
    public static double Bytes(int cellsX, int cellsY, int electrodes) =>
        BiotSavart.Bytes(cellsX, cellsY) + ((OfFilm + (OfElectrode * electrodes)) * cellsX * cellsY);

    /// <summary>Refuses a film that does not fit.</summary>
    /// <param name="geometry">Its mesh.</param>
    /// <param name="electrodes">Number of its electrodes.</param>
    /// <param name="numbers">Numbers of single precision a cell that terms beside those of every film keep.</param>
    /// <exception cref="ArgumentException">It does not fit; the message says how much it needs and how much there is.</exception>
    public static void Check(FilmGeometry geometry, int electrodes, int numbers = 0)
    {
        ArgumentNullException.ThrowIfNull(geometry);
        double needed = Bytes(geometry.CellsX, geometry.CellsY, electrodes) + (4.0 * numbers * geometry.CellsX * geometry.CellsY);
        double there = GC.GetGCMemoryInfo().TotalAvailableMemoryBytes;
        if (needed > there)
        {
            throw new ArgumentException(string.Create(
                CultureInfo.InvariantCulture,
                $"a film of {geometry.CellsX}×{geometry.CellsY} cells with {electrodes} electrodes takes about {1e-9 * needed:0.#} GB, "
                + $"this machine has {1e-9 * there:0.#} GB; use fewer cells."));
        }
    }
}
