using MagHopfield.Micromagnetics.Fields;
using MagHopfield.Micromagnetics.InitialState;
using MagHopfield.Micromagnetics.Materials;
using MagHopfield.Micromagnetics.Terms;
using MagHopfield.Micromagnetics.Torques;

namespace MagHopfield.Micromagnetics.Tests.Fields;

/// <summary>Kernels that go along runs of cells in SIMD vectors give the same bits wherever the mesh is cut between threads.</summary>
public class CellRunTests
{
    [Theory]
    [InlineData(9, 5, 2, false)]
    [InlineData(9, 5, 2, true)]
    [InlineData(3, 7, 1, true)]
    [InlineData(1, 20, 1, false)]
    [InlineData(40, 1, 1, true)]
    [InlineData(32, 6, 1, false)]
    public void Cells_feel_the_same_however_the_mesh_is_cut(int nx, int ny, int nz, bool periodic)
    {
        Ferromagnet body = new(new Mesh(nx, ny, nz, 4e-9, 3e-9, 5e-9, periodic), 8e5);
        VectorField<float> m = RandomState.Create<float>(body.Geometry, 1), current = RandomState.Create<float>(body.Geometry, 2);
        ILocalTerm<float>[] terms =
        [
            new Exchange<float>(body, 1e-11), new BulkDmi<float>(body, 2e-3), new UniaxialAnisotropy<float>(body, (0.6, 0, 0.8), 1e5),
        ];
        ZhangLi<float> torque = new(body, current, 0.5, 0.1);
        GilbertParameters motion = new(2.21e5, 0.1);
        VectorField<float> whole = Of(nx * ny * nz);
        Assert.True(whole.Sum().Length > 0);
        foreach (int length in new[] { nx, 2 * nx, 3 * nx })
        {
            VectorField<float> cut = Of(length);
            Assert.Equal(whole.X, cut.X);
            Assert.Equal(whole.Y, cut.Y);
            Assert.Equal(whole.Z, cut.Z);
        }

        VectorField<float> Of(int length)
        {
            VectorField<float> sum = new(body.Mesh);
            for (int begin = 0, end; begin < m.X.Length; begin = end)
            {
                end = Math.Min(m.X.Length, begin + length);
                foreach (ILocalTerm<float> term in terms)
                    term.AddField(m, sum, begin, end);
                torque.AddTorque(motion, m, sum, begin, end);
            }

            return sum;
        }
    }
}
