using MagHopfield.Micromagnetics.Fields;
using MagHopfield.Micromagnetics.Materials;
using MagHopfield.Micromagnetics.Transport;
using MagHopfield.Micromagnetics.Transport.Conductor;
using MagHopfield.Micromagnetics.Transport.Magnetoresistance;
using MagHopfield.Micromagnetics.Transport.Outlines;

namespace MagHopfield.Micromagnetics.Tests.Transport;

public class FilmCurrentTests
{
    // The electrodes cover a nanometre at each end.
    private const double Length = 400e-9, Between = 398e-9, Width = 100e-9, Thickness = 2e-9;

    private static readonly AnisotropicMagnetoresistance Isotropic = new(new TransportParameters(5e6, 0), Thickness);

    [Theory]
    [InlineData(0.15)]
    [InlineData(-0.1)]
    public void The_giant_magnetoresistance_of_two_uniform_states_is_its_ratio(double ratio)
    {
        GiantMagnetoresistance model = new(5e6 * Thickness, ratio, (0.6, 0.8, 0));
        double parallel = Resistance((0.6, 0.8, 0)), across = Resistance((0, 0, 1)), antiparallel = Resistance((-0.6, -0.8, 0));
        Assert.Equal(Between / (5e6 * Width * Thickness), parallel, 1e-9 * parallel);
        Assert.Equal(ratio, (antiparallel - parallel) / parallel, 1e-9);
        Assert.Equal(0.5 * ratio, (across - parallel) / parallel, 1e-9);

        double Resistance(Vector3D m)
        {
            FilmCurrent<double> current = Strip(model);
            current.Solve(Uniform(m), 0);
            return Circuit.Resistance(current.Conductance, 0, 1);
        }
    }

    [Fact]
    public void The_Oersted_field_of_a_strip_is_that_of_Biot_and_Savart()
    {
        FilmCurrent<double> current = Strip(Isotropic, oersted: true);
        current.Solve(Uniform((1, 0, 0)), 0);
        double sheet = 5e6 * Thickness * 1 / Between, half = 0.5 * Length;
        for (int iy = 0; iy < 10; iy++)
        {
            // Half way along, of a thin strip of finite length: H_z = K/2π [arsinh(L/2|y − w/2|) − arsinh(L/2|y + w/2|)].
            double y = ((iy + 0.5) * 10e-9) - (0.5 * Width);
            double thin = sheet / (2 * Math.PI) * (
                Math.Asinh(half / Math.Abs(y - (0.5 * Width))) - Math.Asinh(half / Math.Abs(y + (0.5 * Width))));
            Vector3D between = 0.5 * (current.Field[(iy * 40) + 19] + current.Field[(iy * 40) + 20]);
            Assert.Equal(thin, between.Z, 0.01 * sheet);
            Assert.Equal(0, between.X, 1e-9 * sheet);
            Assert.Equal(0, between.Y, 1e-9 * sheet);
        }
    }

    [Fact]
    public void Voltages_and_currents_meet_what_holds_the_electrodes_and_no_current_is_lost()
    {
        Mesh mesh = new(40, 10, 1, 10e-9, 10e-9, Thickness);
        Electrode[] electrodes = [.. Ends, new("top", new RectangleShape(0.5 * Length, Width, 60e-9, 4e-9))];
        FilmCurrent<double> current = new(
            new Ferromagnet(mesh, 8e5),
            electrodes,
            new AnisotropicMagnetoresistance(new TransportParameters(5e6, 0.5), Thickness),
            [new(0, true, _ => 0), new(1, false, t => 1e3 * t), new(2, false, _ => -2e-4)],
            contactResistance: 7);
        VectorField<double> m = new(mesh);
        for (int i = 0; i < mesh.CellCount; i++)
            m[i] = (Math.Cos(i), Math.Sin(i), 0);
        current.Solve(m, 3e-7);
        current.SetTime(5e-7);
        double[] voltages = current.Voltages();
        double[] currents = Circuit.Currents(current.Conductance, voltages);
        Assert.Equal(0, voltages[0]);
        Assert.Equal(5e-4, currents[1], 1e-9 * 5e-4);
        Assert.Equal(-2e-4, currents[2], 1e-9 * 5e-4);
        Assert.Equal(0, currents.Sum(), 1e-9 * 5e-4);

        // What flows through a cross-section left of the third electrode comes out at the left.
        double through = Enumerable.Range(0, 10).Sum(iy => current.Density.X[(iy * 40) + 8]) * 10e-9 * Thickness;
        Assert.Equal(currents[0], through, 1e-6 * 5e-4);
    }

    [Fact]
    public void What_is_solved_after_forgetting_hangs_on_the_state_alone()
    {
        FilmCurrent<double> current = Strip(new AnisotropicMagnetoresistance(new TransportParameters(5e6, 0.5), Thickness));
        VectorField<double> m = Uniform((0, 1, 0));
        m[57] = (1, 0, 0);
        current.Solve(m, 0);
        double[] first = [.. current.Density.X];
        current.Solve(Uniform((0.6, 0.8, 0)), 0);
        current.Forget();
        current.Solve(m, 0);
        Assert.Equal(first, current.Density.X);
    }

    [Fact]
    public void Currents_without_a_voltage_to_refer_to_are_refused() =>
        Assert.Contains("hold one at 0 V", Assert.Throws<ArgumentException>(() => new FilmCurrent<double>(
            Body, Ends, Isotropic, [new(0, false, _ => 1e-3)])).Message);

    private static Electrode[] Ends =>
    [
        new("left", new RectangleShape(0, 0.5 * Width, 2e-9, 2 * Width)), new(
            "right", new RectangleShape(Length, 0.5 * Width, 2e-9, 2 * Width)),
    ];

    private static Ferromagnet Body => new(new Mesh(40, 10, 1, 10e-9, 10e-9, Thickness), 8e5);

    // 1 V from left to right.
    private static FilmCurrent<double> Strip(IMagnetoresistance model, bool oersted = false) =>
        new(Body, Ends, model, [new(0, true, _ => 1), new(1, true, _ => 0)], oersted: oersted);

    private static VectorField<double> Uniform(Vector3D m)
    {
        VectorField<double> field = new(Body.Mesh);
        field.Fill(m);
        return field;
    }
}
