using MagHopfield.Micromagnetics.Fields;
using MagHopfield.Micromagnetics.InitialState;
using MagHopfield.Micromagnetics.Materials;
using MagHopfield.Micromagnetics.Terms;

namespace MagHopfield.Micromagnetics.Tests.Terms;

/// <summary>
/// Symmetries that every energy term must have: what moves with the magnetisation is the field, what stays is the energy.
/// </summary>
public class InvarianceTests
{
    private const double Ms = 8e5;

    // Ratio of every constant of the second region to the first.
    private const double Second = 0.6;

    public static TheoryData<string> Terms => [.. Makers.Keys];

    // An axis that the symmetry takes along makes a stronger claim than one that it leaves where it is.
    private static readonly Dictionary<string, Func<Ferromagnet, Func<Vector3D, Vector3D>, IEnergyTerm<double>>> Makers = new()
    {
        ["exchange"] = (body, _) => new Exchange<double>(body, In(13e-12)),
        ["uniaxial"] = (body, turn) => new UniaxialAnisotropy<double>(body, turn((1, 2, 3)), In(5e4), In(2e4)),
        ["cubic"] = (body, turn) => new CubicAnisotropy<double>(body, turn((1, 2, 3)), turn((2, -1, 0)), In(5e4), In(-2e4)),
        ["demag"] = (body, _) => new Demagnetisation<double>(body, 3),
        ["interfacial DMI"] = (body, _) => new InterfacialDmi<double>(body, In(3e-3)),
        ["interfacial DMI, chiral edges"] = (body, _) => new InterfacialDmi<double>(body, In(3e-3), DmiBoundary.Chiral, In(13e-12)),
        ["interfacial DMI, flat edges"] = (body, _) =>
            new InterfacialDmi<double>(body, In(3e-3), DmiBoundary.Flat, mean: FaceMean.Harmonic),
        ["bulk DMI"] = (body, _) => new BulkDmi<double>(body, In(3e-3)),
        ["zeeman"] = (body, turn) => new Zeeman<double>(body, turn((3e4, -2e4, 5e4))),
    };

    [Theory]
    [MemberData(nameof(Terms))]
    public void A_turn_by_a_right_angle_turns_the_field_and_keeps_the_energy(string term) =>
        Holds(term, new Mesh(9, 9, 3, 4e-9, 4e-9, 3e-9), (x, y, z) => (8 - y, x, z), v => (-v.Y, v.X, v.Z));

    [Theory]
    [MemberData(nameof(Terms))]
    public void A_shift_of_a_periodic_mesh_shifts_the_field_and_keeps_the_energy(string term) =>
        Holds(
            term, new Mesh(9, 8, 4, 4e-9, 5e-9, 3e-9, true, true, true), (x, y, z) => ((x + 2) % 9, (y + 5) % 8, (z + 1) % 4), v => v);

    [Theory]
    [MemberData(nameof(Terms))]
    public void A_mirror_keeps_the_energy_but_for_bulk_DMI_whose_sign_it_turns(string term) =>
        // m is an axial vector: a mirror x → −x keeps m_x and turns m_y and m_z.
        Holds(
            term, new Mesh(9, 8, 3, 4e-9, 5e-9, 3e-9), (x, y, z) => (8 - x, y, z), v => (v.X, -v.Y, -v.Z), term == "bulk DMI" ? -1 : 1);

    [Fact]
    public void Exchange_is_the_same_when_all_spins_are_turned_by_any_angle()
    {
        (double s, double c) = Math.SinCos(0.7);
        Same(
            "exchange",
            new Mesh(9, 8, 3, 4e-9, 5e-9, 3e-9),
            (x, y, z) => (x, y, z),
            v => (v.X, (c * v.Y) - (s * v.Z), (s * v.Y) + (c * v.Z)),
            1,
            cut: true);
    }

    // On a full mesh of one region, and on an L with a hole, of two.
    private static void Holds(
        string name, Mesh mesh, Func<int, int, int, (int X, int Y, int Z)> move, Func<Vector3D, Vector3D> turn, double parity = 1)
    {
        Same(name, mesh, move, turn, parity, cut: false);
        Same(name, mesh, move, turn, parity, cut: true);
    }

    private static void Same(
        string name, Mesh mesh, Func<int, int, int, (int X, int Y, int Z)> move, Func<Vector3D, Vector3D> turn, double parity, bool cut)
    {
        Ferromagnet body = Body(mesh, cut, (x, y, z) => (x, y, z)), movedBody = Body(mesh, cut, move);
        VectorField<double> m = RandomState.Create<double>(body.Geometry, 4), moved = new(mesh), h = new(mesh), there = new(mesh);
        Move(m, moved, move, turn);
        IEnergyTerm<double> before = Makers[name](body, v => v), after = Makers[name](movedBody, turn);
        before.AddField(m, h);
        after.AddField(moved, there);
        VectorField<double> expected = new(mesh);
        Move(h, expected, move, turn);
        int[] inside = [.. Enumerable.Range(0, mesh.CellCount).Where(movedBody.Geometry.Contains)];
        double largest = inside.Max(i => there[i].Length);
        Assert.True(largest > 0);
        Assert.All(inside, i => Assert.True((there[i] - (parity * expected[i])).Length < 1e-10 * largest));
        double energy = before.TotalEnergy(m);
        Assert.Equal(
            parity * energy, after.TotalEnergy(moved), 1e-10 * PhysicalConstants.Mu0 * Ms * largest * mesh.CellVolume * mesh.CellCount);
    }

    private static ByRegion In(double value) => ByRegion.Of(value, Second * value);

    private static Ferromagnet Body(Mesh mesh, bool cut, Func<int, int, int, (int X, int Y, int Z)> move)
    {
        int[] region = new int[mesh.CellCount];
        for (int z = 0; z < mesh.Nz; z++)
        {
            for (int y = 0; y < mesh.Ny; y++)
            {
                for (int x = 0; x < mesh.Nx; x++)
                {
                    bool outside = cut && ((x > 5 && y > 4) || (x == 2 && y == 3 && z > 0));
                    (int X, int Y, int Z) at = move(x, y, z);
                    region[mesh.Index(at.X, at.Y, at.Z)] = outside ? 0 : cut && x + z > 4 ? 2 : 1;
                }
            }
        }

        return new Ferromagnet(new Geometry(mesh, region), cut ? ByRegion.Of(Ms, Second * Ms) : Ms);
    }

    private static void Move(
        VectorField<double> from, VectorField<double> to, Func<int, int, int, (int X, int Y, int Z)> move, Func<Vector3D, Vector3D> turn)
    {
        Mesh mesh = from.Mesh;
        for (int z = 0; z < mesh.Nz; z++)
        {
            for (int y = 0; y < mesh.Ny; y++)
            {
                for (int x = 0; x < mesh.Nx; x++)
                {
                    (int X, int Y, int Z) at = move(x, y, z);
                    to[mesh.Index(at.X, at.Y, at.Z)] = turn(from[mesh.Index(x, y, z)]);
                }
            }
        }
    }
}
