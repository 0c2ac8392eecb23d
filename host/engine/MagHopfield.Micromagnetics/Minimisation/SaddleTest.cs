using System.Numerics;
using MagHopfield.Micromagnetics.Backends;
using MagHopfield.Micromagnetics.Dynamics;
using MagHopfield.Micromagnetics.Fields;
using MagHopfield.Micromagnetics.Materials;

namespace MagHopfield.Micromagnetics.Minimisation;

/// <summary>
/// Tells a minimum from a saddle, where the torque vanishes just as well: turns every cell by up to <see cref="Turn"/>, from noise on every
/// length from a cell to the whole mesh, and lets it relax. What comes back was a minimum. An instability that turns this little into less
/// torque than the limit cannot be seen.
/// </summary>
/// <typeparam name="T">float or double.</typeparam>
public sealed class SaddleTest<T>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    /// <summary>Largest angle in radians by which the test turns a cell.</summary>
    public const double Turn = 1e-3;

    /// <summary>Angle in radians between a cell and where it began, from which on it has left.</summary>
    public const double Left = 0.1;

    // Steps between two looks at how far it has gone.
    private const int Steps = 20;

    // The turned state must lose all but this share of its torque, then as often more as it takes to come back: a loose limit hides no way
    // down.
    private const double TorqueLeft = 1e-3, Tighter = 0.1, LeastTorqueLeft = 1e-8;

    // It has come back where this share of the turn's root mean square is left.
    private const double Back = 0.03;

    private readonly Ferromagnet _body;
    private readonly IBackend<T> _backend;
    private readonly Relaxation<T> _relaxation;

    /// <summary>Makes the test for an equation of motion.</summary>
    /// <param name="equation">The equation of motion, for its body, energy terms and back end.</param>
    /// <param name="relaxation">A relaxation of the same equation to test with, so that it need not be made; null makes one.</param>
    public SaddleTest(LandauLifshitzGilbert<T> equation, Relaxation<T>? relaxation = null)
    {
        ArgumentNullException.ThrowIfNull(equation);
        (_body, _backend, _relaxation) = (equation.Body, equation.Backend, relaxation ?? new Relaxation<T>(equation));
    }

    /// <summary>Number of field evaluations of the last test.</summary>
    public int Evaluations { get; private set; }

    /// <summary>Tests a state without torque.</summary>
    /// <param name="m">
    /// Unit magnetisation in host memory. After a minimum it is as it was; after a saddle it has left it, on its way down.
    /// </param>
    /// <param name="maxTorque">Largest |m×H| in A/m that counts as none.</param>
    /// <param name="seed">Seed of the noise.</param>
    /// <param name="time">Time in seconds at which terms that depend on time are taken.</param>
    /// <param name="maxSteps">Largest number of steps; a state that has not left by then counts as a minimum.</param>
    /// <param name="cancellation">Ends the test early; m is then undefined.</param>
    /// <returns>Whether m is a minimum.</returns>
    public bool IsMinimum(
        VectorField<T> m, double maxTorque, int seed, double time = 0, int maxSteps = 2000, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(m);
        VectorField<T> start = m.Clone();
        _relaxation.Time = time;
        Disturb(m, seed);
        IBackendField<T> kept = _backend.Attach(m);
        double turned = Distance(start, m).Square;
        (Evaluations, double first, double limit) = (0, 0, maxTorque);
        for (int taken = 0; taken < maxSteps; taken += _relaxation.Steps)
        {
            bool settled = _relaxation.Relax(kept, limit, Math.Min(Steps, maxSteps - taken), cancellation);
            Evaluations += _relaxation.Evaluations;
            if (first == 0)
            {
                first = _relaxation.FirstTorque;
                limit = Math.Min(maxTorque, TorqueLeft * first);
                settled = _relaxation.MaxTorque <= limit;
            }

            _backend.Download(kept, m);
            (double square, double largest) = Distance(start, m);
            if (largest > Left)
                return false;
            if (first == 0 || _relaxation.AtRounding)
                break;
            if (!settled)
                continue;
            if (square <= Back * Back * turned || limit <= LeastTorqueLeft * first)
                break;
            limit *= Tighter;
        }

        start.CopyTo(m);
        return true;
    }

    private void Disturb(VectorField<T> m, int seed)
    {
        Mesh mesh = m.Mesh;
        int longest = Math.Max(mesh.Nx, Math.Max(mesh.Ny, mesh.Nz));
        Vector3D[] turn = new Vector3D[mesh.CellCount];
        for (int size = 1, level = 0; ; size *= 2, level++)
        {
            AddBlocks(turn, mesh, size, new Random(unchecked((seed * 31) + level)));
            if (size >= longest)
                break;
        }

        double largest = 0;
        for (int i = 0; i < turn.Length; i++)
        {
            Vector3D at = m[i];
            turn[i] -= Vector3D.Dot(turn[i], at) * at;
            if (_body.Geometry.Contains(i))
                largest = Math.Max(largest, turn[i].Length);
        }

        for (int i = 0; i < turn.Length && largest > 0; i++)
        {
            if (_body.Geometry.Contains(i))
                m[i] = (m[i] + (Turn / largest * turn[i])).Normalised();
        }
    }

    // One random vector for all cells of each cube of cells.
    private static void AddBlocks(Vector3D[] turn, Mesh mesh, int size, Random random)
    {
        int nx = (mesh.Nx + size - 1) / size, ny = (mesh.Ny + size - 1) / size, nz = (mesh.Nz + size - 1) / size;
        Vector3D[] blocks = new Vector3D[nx * ny * nz];
        for (int i = 0; i < blocks.Length; i++)
            blocks[i] = new Vector3D(Even(random), Even(random), Even(random));
        for (int z = 0, i = 0; z < mesh.Nz; z++)
        {
            for (int y = 0; y < mesh.Ny; y++)
            {
                for (int x = 0; x < mesh.Nx; x++, i++)
                    turn[i] += blocks[(((z / size * ny) + (y / size)) * nx) + (x / size)];
            }
        }
    }

    private static double Even(Random random) => (2 * random.NextDouble()) - 1;

    // Sum of the squares and largest of the angles between cells, small ones.
    private static (double Square, double Largest) Distance(VectorField<T> a, VectorField<T> b)
    {
        double sum = 0, largest = 0;
        for (int i = 0; i < a.X.Length; i++)
        {
            double x =
                double.CreateTruncating(a.X[i] - b.X[i]), y =
                    double.CreateTruncating(a.Y[i] - b.Y[i]), z = double.CreateTruncating(a.Z[i] - b.Z[i]);
            double square = (x * x) + (y * y) + (z * z);
            (sum, largest) = (sum + square, Math.Max(largest, square));
        }

        return (sum, Math.Sqrt(largest));
    }
}
