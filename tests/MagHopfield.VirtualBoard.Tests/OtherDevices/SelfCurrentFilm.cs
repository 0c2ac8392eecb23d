using MagHopfield.Devices;
using MagHopfield.Micromagnetics.Dynamics;
using MagHopfield.Micromagnetics.Fields;
using MagHopfield.Micromagnetics.Materials;
using MagHopfield.Micromagnetics.Run;
using MagHopfield.Micromagnetics.Terms;
using MagHopfield.Micromagnetics.Torques;
using MagHopfield.Micromagnetics.Transport;
using MagHopfield.Micromagnetics.Transport.Conductor;
using MagHopfield.Micromagnetics.Transport.Magnetoresistance;
using MagHopfield.Micromagnetics.Transport.Outlines;
using MagHopfield.Shared;

namespace MagHopfield.VirtualBoard.Tests.OtherDevices;

/// <summary>
/// A film without a gold layer that its own current re-writes: what the drive pushes through its magnetoresistance moves the texture by
/// spin-transfer torque, which changes the resistance that the drive meets.
/// </summary>
internal sealed class SelfCurrentFilm : IMagneticDevice
{
    private const double Interval = 20e-12;
    private const double Polarisation = 0.5;
    private const double Damping = 0.1;

    private readonly FilmGeometry _geometry = new(400e-9, 100e-9, 5e-9, 40, 10);
    private readonly ConductorGrid _grid;
    private readonly ConductorSolver _solver;
    private readonly SheetConductance _sheet;
    private readonly AnisotropicMagnetoresistance _magnetoresistance;
    private readonly VectorField<float> _density;
    private readonly Simulation<float> _simulation;
    private ConductanceMatrix? _conductance;

    public SelfCurrentFilm()
    {
        _grid = new(_geometry, [Pad("left", 20e-9), Pad("right", 380e-9)]);
        _solver = new(_grid);
        _sheet = new(_grid.Cells.Length);
        _magnetoresistance = new(new TransportParameters(4e6, 0.1), _geometry.Thickness);
        Mesh mesh = new(40, 10, 1, 10e-9, 10e-9, 5e-9);
        Ferromagnet body = new(mesh, 8e5);
        _density = new(mesh);

        // A head-to-head wall across a strip with an easy axis along it.
        VectorField<float> m = new(mesh);
        for (int c = 0; c < mesh.CellCount; c++)
        {
            double x = ((c % 40) - 17.5) / 2.5;
            m[c] = new Vector3D(-Math.Tanh(x), 1 / Math.Cosh(x), 0);
        }

        LandauLifshitzGilbert<float> equation = new(
            body,
            Damping,
            new Exchange<float>(body, 13e-12),
            new UniaxialAnisotropy<float>(body, new Vector3D(1, 0, 0), 2e4),
            UniaxialAnisotropy<float>.HardAxis(body, 8e5))
        {
            Torques = [new ZhangLi<float>(body, _density, Polarisation, Damping)],
        };
        _simulation = new(equation, m);
        _simulation.Run(2e-9);
    }

    public int NodeCount => 2;

    public ConductanceMatrix? GoldConductance => null;

    public ConductanceMatrix Conductance
    {
        get
        {
            if (_conductance is null)
            {
                _magnetoresistance.Fill<float>(_grid, _simulation.Magnetisation.X, _simulation.Magnetisation.Y, _sheet);
                _conductance = _solver.Solve(_sheet);
            }

            return _conductance;
        }
    }

    /// <summary>Loads that the drive has met.</summary>
    public HashSet<ConductanceMatrix> Loads { get; } = [];

    /// <summary>Voltage between the electrodes at every look in volts.</summary>
    public List<double> Voltages { get; } = [];

    /// <summary>Place of the wall along x in metres.</summary>
    public double Wall => 200e-9 * (1 + _simulation.Magnetisation.Average(_simulation.Equation.Body.Geometry).X);

    /// <summary>Integral of the drift velocity over time in metres.</summary>
    public double Drift { get; private set; }

    public void Drive(ITerminalDrive drive, CancellationToken cancellation)
    {
        this.CheckTerminals(drive);
        double[] voltages = new double[2], x = new double[400], y = new double[400];
        for (int segment = 0; segment + 1 < drive.Corners.Count; segment++)
        {
            // In a pulse of microseconds the wall would leave the strip.
            double begin = drive.Corners[segment], duration = Math.Min(drive.Corners[segment + 1] - begin, 1e-9);
            for (double t = 0; t < duration * (1 - 1e-9); t += Interval)
            {
                ConductanceMatrix load = Conductance;
                Loads.Add(load);
                drive.Voltages(segment, begin + t, load, voltages);
                Voltages.Add(voltages[0] - voltages[1]);
                _solver.CurrentDensity(_sheet, voltages, x, y);
                for (int c = 0; c < x.Length; c++)
                    (_density.X[c], _density.Y[c]) = ((float)(x[c] / _geometry.Thickness), (float)(y[c] / _geometry.Thickness));

                Drift -= Interval * PhysicalConstants.BohrMagneton * Polarisation * x[200 + 20] / _geometry.Thickness
                    / (PhysicalConstants.ElementaryCharge * 8e5 * (1 + (Damping * Damping)));
                _simulation.Run(Interval, cancellation);
                _conductance = null;
            }
        }

        Array.Clear(_density.X);
        Array.Clear(_density.Y);
    }

    private static Electrode Pad(string name, double x) => new(name, new RectangleShape(x, 50e-9, 40e-9, 100e-9));
}
