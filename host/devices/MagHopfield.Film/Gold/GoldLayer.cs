using System.Globalization;
using MagHopfield.Film.Parameters;
using MagHopfield.Micromagnetics.Oersted;
using MagHopfield.Micromagnetics.Transport;
using MagHopfield.Micromagnetics.Transport.Conductor;
using MagHopfield.Micromagnetics.Transport.Outlines;
using MagHopfield.Shared;

namespace MagHopfield.Film.Gold;

/// <summary>
/// The gold layer over the film: voltages at its terminals drive a sheet current, whose Oersted field writes the texture
/// (Niu et al., PNAS 2024, Fig. 2b, c). Everything is linear in the voltages, so the current and the field of each terminal at 1 V
/// are computed once. The leads' own field is left out.
/// </summary>
public sealed class GoldLayer
{
    private readonly double[][] _sheetX;
    private readonly double[][] _sheetY;
    private readonly OerstedField[] _fields;

    /// <summary>Computes current and field of each terminal.</summary>
    /// <param name="geometry">Outline, mesh and thickness of the film; the gold has the same outline and mesh.</param>
    /// <param name="terminals">Where the leads meet the gold, in the order of the nodes.</param>
    /// <param name="gold">Thickness, conductivity, distance and leads.</param>
    /// <param name="cancellation">Ends it between its steps.</param>
    /// <exception cref="ArgumentException">The field of so many cells does not fit into memory.</exception>
    public GoldLayer(
        FilmGeometry geometry, IReadOnlyList<Electrode> terminals, GoldParameters gold, CancellationToken cancellation = default)
    {
        FilmMemory.Check(geometry, terminals.Count);
        ConductorGrid grid = new(geometry, terminals);
        ConductorSolver solver = new(grid);
        SheetConductance sheet = SheetConductance.Uniform(grid, gold.Conductivity * gold.Thickness);
        ConductanceMatrix bare = solver.Solve(sheet);
        Conductance = SeriesResistance.Conductance(bare, gold.LeadResistance);
        double[,] division = SeriesResistance.VoltageDivision(bare, gold.LeadResistance);
        int n = terminals.Count;
        int cells = geometry.CellsX * geometry.CellsY;

        // The film's mid-plane is z = 0.
        double bottom = geometry.Thickness / 2 + gold.InsulatorThickness;
        cancellation.ThrowIfCancellationRequested();
        BiotSavart law = new(
            geometry.CellsX, geometry.CellsY, geometry.CellX, geometry.CellY, bottom, bottom + gold.Thickness, cancellation);
        _sheetX = new double[n][];
        _sheetY = new double[n][];
        _fields = new OerstedField[n];
        double[] volume = new double[2 * cells];
        for (int k = 0; k < n; k++)
        {
            cancellation.ThrowIfCancellationRequested();
            double[] voltages = new double[n];
            for (int i = 0; i < n; i++)
                voltages[i] = division[i, k];

            _sheetX[k] = new double[cells];
            _sheetY[k] = new double[cells];
            solver.CurrentDensity(sheet, voltages, _sheetX[k], _sheetY[k]);
            for (int c = 0; c < cells; c++)
            {
                volume[c] = _sheetX[k][c] / gold.Thickness;
                volume[cells + c] = _sheetY[k][c] / gold.Thickness;
            }

            _fields[k] = law.Field(volume.AsSpan(0, cells), volume.AsSpan(cells));
        }
    }

    /// <summary>Number of terminals N.</summary>
    public int TerminalCount => _fields.Length;

    /// <summary>Conductance matrix seen from the terminals, leads included, in siemens.</summary>
    public ConductanceMatrix Conductance { get; }

    /// <summary>Oersted field at the film's mid-plane in A/m.</summary>
    /// <param name="voltages">N terminal voltages in volts.</param>
    public OerstedField Field(IReadOnlyList<double> voltages)
    {
        CheckCount(voltages);
        OerstedField field = new(_fields[0].X.Length);
        for (int k = 0; k < _fields.Length; k++)
            field.Add(voltages[k], _fields[k]);

        return field;
    }

    /// <summary>Sheet current density in A/m in each cell, x fastest.</summary>
    /// <param name="voltages">N terminal voltages in volts.</param>
    public (double[] X, double[] Y) SheetCurrent(IReadOnlyList<double> voltages)
    {
        CheckCount(voltages);
        double[] x = new double[_sheetX[0].Length];
        double[] y = new double[x.Length];
        for (int k = 0; k < _sheetX.Length; k++)
        {
            for (int c = 0; c < x.Length; c++)
            {
                x[c] += voltages[k] * _sheetX[k][c];
                y[c] += voltages[k] * _sheetY[k][c];
            }
        }

        return (x, y);
    }

    private void CheckCount(IReadOnlyList<double> voltages)
    {
        if (voltages.Count != _fields.Length)
        {
            throw new ArgumentException(
                $"The gold layer has {_fields.Length} terminals, {voltages.Count} voltages were given.", nameof(voltages));
        }
    }
}
