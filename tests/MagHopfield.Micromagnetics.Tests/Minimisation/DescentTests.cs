using MagHopfield.Micromagnetics.Backends.Cpu;
using MagHopfield.Micromagnetics.Dynamics;
using MagHopfield.Micromagnetics.Fields;
using MagHopfield.Micromagnetics.InitialState;
using MagHopfield.Micromagnetics.Materials;
using MagHopfield.Micromagnetics.Minimisation;
using MagHopfield.Micromagnetics.Numerics;
using MagHopfield.Micromagnetics.Terms;

namespace MagHopfield.Micromagnetics.Tests.Minimisation;

/// <summary>What both ways down the energy have in common.</summary>
public class DescentTests
{
    // µMAG standard problem 2 at d = 12 exchange lengths: Barzilai-Borwein steps of any length leave the S state for the reversed one at a
    // tenth of the coercive field.
    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void A_bar_taken_through_its_remanence_stays_in_its_valley_until_the_coercive_field(bool relaxation)
    {
        const double ms = 8e5;
        double width = 12 * Math.Sqrt(2 * 13e-12 / (4e-7 * Math.PI * ms * ms)), cell = width / 20;
        Ferromagnet body = new(new Mesh(100, 20, 1, cell, cell, 0.1 * width), ms);
        Zeeman<double> field = new(body, default(Vector3D));
        LandauLifshitzGilbert<double> llg = new(body, 0.5, new Exchange<double>(body, 13e-12), new Demagnetisation<double>(body), field);
        VectorField<double> m = UniformState.Create<double>(body.Geometry, (1, 1, 1));
        BarzilaiBorwein<double> minimiser = new(llg);
        Relaxation<double> relaxing = new(llg);
        foreach (double h in new[] { 0.1, 0.05, 0.02, 0, -0.01, -0.02, -0.03, -0.035, -0.04, -0.045, -0.05, -0.056 })
        {
            double component = h * ms / Math.Sqrt(3);
            field.Uniform = new Vector3D(component, component, component);
            Assert.True(relaxation ? relaxing.Relax(m, 8) : minimiser.Minimise(m, 8));
            Vector3D average = m.Average(body.Geometry);
            Assert.True(h > -0.054 == average.X > 0, $"H = {h} Ms: ⟨m_x⟩ = {average.X}");
        }
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void The_minimum_is_the_same_to_the_bit_for_any_number_of_threads_in_two_materials(bool relaxation)
    {
        VectorField<float>[] ends = [.. new[] { 1, 2, 3 }.Select(threads =>
        {
            using ThreadTeam team = new(threads);
            Geometry geometry = new(new Mesh(96, 80, 1, 5e-9, 5e-9, 5e-9), Shape.Ellipse(470e-9, 390e-9));
            Ferromagnet body = new(geometry.WithRegion(2, Shape.Rectangle(200e-9, 300e-9)), ByRegion.Of(8e5, 5e5));
            UniaxialAnisotropy<float> anisotropy = new(body, (1, 1, 0), 4e3);
            LandauLifshitzGilbert<float> llg = new(body, 0.5, new Exchange<float>(body, 13e-12), anisotropy)
            {
                Backend = new CpuBackend<float>(team),
            };
            VectorField<float> m = RandomState.Create<float>(body.Geometry, 4);
            if (relaxation)
                new Relaxation<float>(llg).Relax(m, 20, 100);
            else
                new BarzilaiBorwein<float>(llg).Minimise(m, 20, 300);
            return m;
        })];
        Assert.Equal(ends[0].X, ends[1].X);
        Assert.Equal(ends[0].Z, ends[2].Z);
    }
}
