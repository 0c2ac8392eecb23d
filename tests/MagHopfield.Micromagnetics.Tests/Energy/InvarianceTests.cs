using MagHopfield.Micromagnetics.Energy;
using MagHopfield.Micromagnetics.InitialState;

namespace MagHopfield.Micromagnetics.Tests.Energy;

/// <summary>Symmetries that every energy term must have: what moves with the magnetisation is the field, what stays is the energy.</summary>
public class InvarianceTests
{
    private const double Ms = 8e5;
    private static readonly Vector3D External = (3e4, -2e4, 5e4);

    public static TheoryData<string> Terms => [.. Makers.Keys];

    private static readonly Dictionary<string, Func<Ferromagnet, Vector3D, IEnergyTerm<double>>> Makers = new()
    {
        ["exchange"] = (body, _) => new Exchange<double>(body, 13e-12),
        ["uniaxial"] = (body, _) => new UniaxialAnisotropy<double>(body, (0, 0, 1), 5e4, 2e4),
        ["cubic"] = (body, _) => new CubicAnisotropy<double>(body, (1, 0, 0), (0, 1, 0), 5e4, -2e4),
        ["demag"] = (body, _) => new Demagnetisation<double>(body, 3),
        ["interfacial DMI"] = (body, _) => new InterfacialDmi<double>(body, 3e-3),
        ["bulk DMI"] = (body, _) => new BulkDmi<double>(body, 3e-3),
        ["zeeman"] = (body, field) => new Zeeman<double>(body, field),
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

    private static void Holds(
        string name, Mesh mesh, Func<int, int, int, (int X, int Y, int Z)> move, Func<Vector3D, Vector3D> turn, double parity = 1)
    {
        Ferromagnet body = new(mesh, Ms);
        VectorField<double> m = RandomState.Create<double>(body.Geometry, 4), moved = new(mesh), h = new(mesh), there = new(mesh);
        Move(m, moved, move, turn);
        IEnergyTerm<double> before = Makers[name](body, External), after = Makers[name](body, turn(External));
        before.AddField(m, h);
        after.AddField(moved, there);
        VectorField<double> expected = new(mesh);
        Move(h, expected, move, turn);
        double largest = Enumerable.Range(0, mesh.CellCount).Max(i => h[i].Length);
        Assert.True(largest > 0);
        Assert.All(Enumerable.Range(0, mesh.CellCount), i => Assert.True((there[i] - (parity * expected[i])).Length < 1e-10 * largest));
        double energy = before.TotalEnergy(m);
        Assert.Equal(parity * energy, after.TotalEnergy(moved), 1e-10 * PhysicalConstants.Mu0 * Ms * largest * mesh.CellVolume * mesh.CellCount);
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
