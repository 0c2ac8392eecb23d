using MagHopfield.Film.Parameters;
using MagHopfield.Micromagnetics.Io;
using MagHopfield.Micromagnetics.Transport.Conductor;
using MagHopfield.Micromagnetics.Transport.Outlines;

namespace MagHopfield.Papers.Niu2024.Letters.Training;

/// <summary>
/// A film with nodes in rows and columns, in the few terms that matter to letters; all else is as in the preset niu2024-7x5 (Table 1 of
/// Niu et al., PNAS 2024, as printed).
/// </summary>
public sealed record LetterFilm
{
    /// <summary>Rows of nodes.</summary>
    public int Rows { get; init; } = 7;

    /// <summary>Columns of nodes.</summary>
    public int Columns { get; init; } = 5;

    /// <summary>Cells between the centres of neighbours; the pitch is 0.875 µm. 14 is the mesh of the preset.</summary>
    public int CellsPerPitch { get; init; } = 14;

    /// <summary>Sheet around the centres of the outermost nodes, in pitches.</summary>
    public double Padding { get; init; } = 17.0 / 28;

    /// <summary>Side of the square pads in pitches.</summary>
    public double PadSize { get; init; } = 4.0 / 7;

    /// <summary>
    /// K of the hard axis in A/m: 43.062 as printed, 8e5 for the shape anisotropy of a thin film, 0 where the demagnetising field is
    /// computed.
    /// </summary>
    public double HardAxis { get; init; } = 43.062;

    /// <summary>Whether the full demagnetising field is computed.</summary>
    public bool Demagnetisation { get; init; }

    /// <summary>Thickness of the film in metres.</summary>
    public double Thickness { get; init; } = 55.8e-9;

    /// <summary>
    /// Resistance between driver and pad in ohm. 0 (regulated at the pad) makes pads of equal sign equipotential, so that current flows
    /// between opposite signs only. 528 as in the preset makes every pad a source of nearly the same current, also those inside a stroke,
    /// whose current then flows along pairs of equal sign and teaches them the opposite of what the letter says.
    /// </summary>
    public double LeadResistance { get; init; } = 528;

    /// <summary>Seed of the random texture before training and of the thermal tilt before each pulse.</summary>
    public int Seed { get; init; } = 1;

    /// <summary>The film in full.</summary>
    /// <exception cref="ArgumentException">Fewer than two nodes, or pads that do not fit.</exception>
    public FilmParameters ToFilm()
    {
        if (Rows * Columns < 2 || CellsPerPitch < 4 || !(PadSize > 0 && PadSize < 1) || !(Padding >= 0))
        {
            throw new ArgumentException(
                $"A film of {Rows}×{Columns} nodes, {CellsPerPitch} cells a pitch, pads of {PadSize} and padding of {Padding} pitches; "
                + "give at least 2 nodes, 4 cells, pads between 0 and 1, padding of 0 or more.");
        }

        FilmParameters preset = FilmParameters.Preset("niu2024-7x5");
        const double Pitch = 0.875e-6;
        ElectrodeArray array = new(Rows, Columns, Pitch, Padding * Pitch);
        IReadOnlyList<Electrode> pads = array.Squares(PadSize * Pitch);
        FilmGeometry geometry = new(array.Width, array.Height, Thickness, Cells(array.Width / Pitch), Cells(array.Height / Pitch));
        return preset with
        {
            Name = $"letters-{Rows}x{Columns}",
            Geometry = geometry,
            Electrodes = pads,
            Terminals = pads,
            Gold = preset.NeededGold with { LeadResistance = LeadResistance },
            Magnetism = preset.Magnetism with { HardAxisAnisotropy = HardAxis, Demagnetisation = Demagnetisation, Seed = Seed },

            // Letters follow one another without a pause (Fig. 5a), and a pulse is never cut short.
            Simulation = preset.Simulation.WithoutRest() with { RestTorque = 1e-3, LongestTime = 1e-6 },
        };
    }

    private int Cells(double pitches) => Math.Max(2, (int)Math.Ceiling(pitches * CellsPerPitch - 1e-6));
}
