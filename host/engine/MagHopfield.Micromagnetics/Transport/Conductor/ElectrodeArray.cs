using System.Globalization;
using MagHopfield.Micromagnetics.Transport.Outlines;

namespace MagHopfield.Micromagnetics.Transport.Conductor;

/// <summary>
/// Electrodes in rows and columns on one continuous sheet (Niu et al., PNAS 2024, Fig. 5a: 35 nodes), numbered row by row from the top
/// left.
/// </summary>
/// <param name="Rows">Number of rows.</param>
/// <param name="Columns">Number of columns.</param>
/// <param name="Pitch">Distance between the centres of neighbours in metres, the same along both axes.</param>
/// <param name="Padding">
/// Distance between the centres of the outermost electrodes and the edge of the film in metres; 0 puts them on the edges and corners.
/// </param>
public sealed record ElectrodeArray(int Rows, int Columns, double Pitch, double Padding)
{
    /// <summary>Extent of the sheet along x in metres.</summary>
    public double Width => (Columns - 1) * Pitch + 2 * Padding;

    /// <summary>Extent of the sheet along y in metres.</summary>
    public double Height => (Rows - 1) * Pitch + 2 * Padding;

    /// <summary>Round electrodes.</summary>
    /// <param name="diameter">Diameter in metres.</param>
    public IReadOnlyList<Electrode> Disks(double diameter) => Place((x, y) => new DiskShape(x, y, diameter / 2));

    /// <summary>Square electrodes.</summary>
    /// <param name="side">Side in metres.</param>
    public IReadOnlyList<Electrode> Squares(double side) => Place((x, y) => new RectangleShape(x, y, side, side));

    private List<Electrode> Place(Func<double, double, PlaneShape> shape)
    {
        List<Electrode> electrodes = [];
        for (int row = 0; row < Rows; row++)
        {
            for (int column = 0; column < Columns; column++)
            {
                double x = Padding + column * Pitch;
                double y = Padding + (Rows - 1 - row) * Pitch;
                electrodes.Add(new Electrode((electrodes.Count + 1).ToString(CultureInfo.InvariantCulture), shape(x, y)));
            }
        }

        return electrodes;
    }
}
