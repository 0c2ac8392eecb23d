using MagHopfield.Micromagnetics.Demag;
using MagHopfield.Micromagnetics.Fields;
using MagHopfield.Micromagnetics.Kernels;
using MagHopfield.Micromagnetics.Materials;
using MagHopfield.Micromagnetics.Torques;

namespace MagHopfield.Micromagnetics.Tests.Backends;

/// <summary>The formulas of the engine's terms and torques by name, from their numbers alone.</summary>
internal sealed class PlainKernels(Mesh mesh)
{
    private readonly DemagTensor _tensor = new((mesh.Dx, mesh.Dy, mesh.Dz));

    /// <summary>Adds what a formula gives.</summary>
    /// <returns>Whether the formula is known.</returns>
    public bool Add(string kernel, KernelArguments<double> a, GilbertParameters motion, Vector3D[] m, Vector3D[] sum)
    {
        Func<int, Vector3D>? of = kernel switch
        {
            "exchange" => i => Exchange(a, m, i),
            "exchange_of_faces" => i => ExchangeOfFaces(a, m, i),
            "uniaxial_anisotropy" => i => Uniaxial(a, m[i], a.Cells["first"][i], a.Cells["third"][i]),
            "cubic_anisotropy" => i => Cubic(a, m[i], a.Cells["first"][i], a.Cells["second"][i]),
            "grains" => i => Grains(m[i], a.Cells["xx"][i], a.Cells["xy"][i], a.Cells["yy"][i]),
            "field" => i => Vector(a, "x", "y", "z") + Spatial(a, i),
            "noise" => i => a.Numbers["rate"] > 0 ? a.Numbers["rate"] * a.Cells["strength"][i] * a.Fields["increment"][i] : default,
            "dzyaloshinskii_moriya" => i => DzyaloshinskiiMoriya(a, m, i),
            "slonczewski" => i => Slonczewski(a, motion, m[i], a.Cells["inverse"][i]),
            "spin_orbit" => i => SpinOrbit(a, motion, m[i], a.Cells["inverse"][i], a.Fields["current"][i]),
            "zhang_li" => i => ZhangLi(a, m, i),
            _ => null,
        };
        if (kernel == "demagnetisation" && a.Numbers["images"] == 0)
            return AddDemagnetising(a.Cells["ms"], m, sum);
        for (int i = 0; of is not null && i < m.Length; i++)
            sum[i] += of(i);
        return of is not null;
    }

    private static readonly string[] Axes = ["x", "y", "z"];

    // H_i = −Σ_j N(i − j) M_j, pair by pair.
    private bool AddDemagnetising(double[] ms, Vector3D[] m, Vector3D[] sum)
    {
        Span<double> n = stackalloc double[6];
        for (int i = 0; i < m.Length; i++)
        {
            (int x, int y, int z) = Position(i);
            for (int j = 0; j < m.Length; j++)
            {
                (int p, int q, int r) = Position(j);
                _tensor.At(x - p, y - q, z - r, n);
                Vector3D at = ms[j] * m[j];
                sum[i] -= new Vector3D(
                    (n[0] * at.X) + (n[3] * at.Y) + (n[4] * at.Z),
                    (n[3] * at.X) + (n[1] * at.Y) + (n[5] * at.Z),
                    (n[4] * at.X) + (n[5] * at.Y) + (n[2] * at.Z));
            }
        }

        return true;
    }

    private Vector3D Exchange(KernelArguments<double> n, Vector3D[] m, int i)
    {
        Vector3D h = default;
        for (int axis = 0; axis < 3; axis++)
            h += n.Numbers[Axes[axis]] * (Difference(m, i, axis, 1) + Difference(m, i, axis, -1));
        return h;
    }

    private Vector3D ExchangeOfFaces(KernelArguments<double> n, Vector3D[] m, int i)
    {
        Vector3D h = default;
        for (int axis = 0; axis < 3; axis++)
        {
            double[] w = n.Cells[Axes[axis]];
            int before = Neighbour(i, axis, -1);
            h += (w[i] * Difference(m, i, axis, 1)) + ((before < 0 ? 0 : w[before]) * Difference(m, i, axis, -1));
        }

        return n.Cells["scale"][i] * h;
    }

    private Vector3D DzyaloshinskiiMoriya(KernelArguments<double> n, Vector3D[] m, int i)
    {
        Vector3D h = default;
        for (int axis = 0; axis < 3; axis++)
        {
            string x = Axes[axis];
            int next = Neighbour(i, axis, 1), before = Neighbour(i, axis, -1);
            Vector3D after = next < 0 ? default : n.Cells[x][i] * m[next], ahead = before < 0 ? default : n.Cells[x][before] * m[before];
            h += Vector3D.Cross(Vector(n, x + "x", x + "y", x + "z"), after - ahead);
        }

        return n.Cells["scale"][i] * h;
    }

    private static Vector3D Uniaxial(KernelArguments<double> n, Vector3D m, double first, double third)
    {
        Vector3D u = Vector(n, "x", "y", "z");
        double c = Vector3D.Dot(m, u);
        return c * (first + (third * c * c)) * u;
    }

    private static Vector3D Grains(Vector3D m, double xx, double xy, double yy) => ((xx * m.X) + (xy * m.Y), (xy * m.X) + (yy * m.Y), 0);

    private static Vector3D Spatial(KernelArguments<double> n, int i) =>
        n.Fields.TryGetValue("spatial", out VectorField<double>? spatial) ? n.Numbers["scale"] * spatial[i] : default;

    private static Vector3D Cubic(KernelArguments<double> n, Vector3D m, double first, double second)
    {
        Vector3D[] axes = [Vector(n, "ax", "ay", "az"), Vector(n, "bx", "by", "bz"), Vector(n, "cx", "cy", "cz")];
        double[] along = [.. axes.Select(axis => Vector3D.Dot(m, axis))];
        Vector3D h = default;
        for (int i = 0; i < 3; i++)
        {
            double j = along[(i + 1) % 3] * along[(i + 1) % 3], k = along[(i + 2) % 3] * along[(i + 2) % 3];
            h += along[i] * ((first * (j + k)) + (second * j * k)) * axes[i];
        }

        return h;
    }

    // Zheng 2020, eq. 1, with the field-like part as ε′.
    private static Vector3D Slonczewski(KernelArguments<double> n, GilbertParameters motion, Vector3D m, double inverse)
    {
        double squared = n.Numbers["lambda"] * n.Numbers["lambda"];
        double tau = motion.GyromagneticRatio * PhysicalConstants.ReducedPlanck * n.Numbers["current_density"] * inverse
            / (PhysicalConstants.Mu0 * PhysicalConstants.ElementaryCharge);
        Vector3D p = Vector(n, "px", "py", "pz"), across = Vector3D.Cross(m, p);
        double epsilon = n.Numbers["polarisation"] * squared / (squared + 1 + ((squared - 1) * Vector3D.Dot(m, p)));
        return tau * ((-epsilon * Vector3D.Cross(m, across)) - (n.Numbers["epsilon_prime"] * across));
    }

    // Manchon 2019, with jσ = ẑ×j.
    private static Vector3D SpinOrbit(KernelArguments<double> n, GilbertParameters motion, Vector3D m, double inverse, Vector3D current)
    {
        double tau = motion.GyromagneticRatio * PhysicalConstants.ReducedPlanck * n.Numbers["current_density"] * inverse
            / (2 * PhysicalConstants.Mu0 * PhysicalConstants.ElementaryCharge);
        Vector3D p = Vector3D.Cross((0, 0, 1), current), across = Vector3D.Cross(m, p);
        return -tau * ((n.Numbers["damping_like"] * Vector3D.Cross(m, across)) + (n.Numbers["field_like"] * across));
    }

    private Vector3D ZhangLi(KernelArguments<double> n, Vector3D[] m, int i)
    {
        Vector3D current = n.Fields["current"][i], slope = default;
        double[] u = [current.X, current.Y, current.Z];
        for (int axis = 0; axis < 3; axis++)
        {
            double[] w = n.Cells[Axes[axis]];
            int before = Neighbour(i, axis, -1);
            slope += u[axis] * ((w[i] * Difference(m, i, axis, 1)) - ((before < 0 ? 0 : w[before]) * Difference(m, i, axis, -1)));
        }

        Vector3D cross = n.Numbers["drift"] * n.Cells["inverse"][i] * Vector3D.Cross(m[i], slope);
        return Vector3D.Cross(m[i], cross) + (n.Numbers["xi"] * cross);
    }

    // The neighbour less the cell; zero where there is none.
    private Vector3D Difference(Vector3D[] m, int cell, int axis, int sign) =>
        Neighbour(cell, axis, sign) is int other and >= 0 ? m[other] - m[cell] : default;

    private int Neighbour(int cell, int axis, int sign)
    {
        int[] at = [cell % mesh.Nx, cell / mesh.Nx % mesh.Ny, cell / mesh.Nx / mesh.Ny], count = [mesh.Nx, mesh.Ny, mesh.Nz];
        bool[] periodic = [mesh.PeriodicX, mesh.PeriodicY, mesh.PeriodicZ];
        at[axis] += sign;
        if (at[axis] < 0 || at[axis] >= count[axis])
        {
            if (!periodic[axis] || count[axis] == 1)
                return -1;
            at[axis] = (at[axis] + count[axis]) % count[axis];
        }

        return mesh.Index(at[0], at[1], at[2]);
    }

    private (int X, int Y, int Z) Position(int cell) => (cell % mesh.Nx, cell / mesh.Nx % mesh.Ny, cell / mesh.Nx / mesh.Ny);

    private static Vector3D Vector(KernelArguments<double> a, string x, string y, string z) =>
        new(a.Numbers[x], a.Numbers[y], a.Numbers[z]);
}
