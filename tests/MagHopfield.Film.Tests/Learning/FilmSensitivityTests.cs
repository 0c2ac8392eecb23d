using MagHopfield.Film.Learning;
using MagHopfield.Film.Parameters;
using MagHopfield.Micromagnetics.Fields;
using MagHopfield.Micromagnetics.Io;

namespace MagHopfield.Film.Tests.Learning;

public class FilmSensitivityTests
{
    [Fact]
    public void The_sensitivity_of_the_film_takes_its_contacts_into_account()
    {
        FilmParameters parameters = SmallFilm.Parameters with
        {
            Transport = SmallFilm.Parameters.Transport with { ContactResistance = 3, SolverTolerance = 1e-11 },
        };
        MicromagneticFilm film = new(parameters);
        VectorField<float> texture = new(film.Magnetisation.Mesh);
        film.Magnetisation.CopyTo(texture);
        (double[] x, double[] y) = film.ConductanceSensitivity(1, 2);
        foreach (int cell in (int[])[24 * 3 + 20, 24 * 12 + 12, 24 * 20 + 3])
        {
            // Turning m by ±angle within the plane changes both components.
            Vector3D m = texture[cell];
            Vector3D up = Turned(m, 2e-2);
            Vector3D down = Turned(m, -2e-2);
            double difference = With(up) - With(down);
            double expected = (x[cell] * (up.X - down.X)) + (y[cell] * (up.Y - down.Y));
            Assert.Equal(difference, expected, 1e-3 * Math.Abs(expected));

            double With(Vector3D value)
            {
                texture[cell] = value;
                string path = Path.Combine(Path.GetTempPath(), Path.GetRandomFileName() + ".ovf");
                try
                {
                    Ovf2.Write(path, texture, OvfData.Binary4);
                    film.Load(path);
                    return film.Conductance[1, 2];
                }
                finally
                {
                    File.Delete(path);
                    texture[cell] = m;
                }
            }
        }

        static Vector3D Turned(Vector3D m, double angle)
        {
            (double sin, double cos) = Math.SinCos(angle);
            return new Vector3D((cos * m.X) - (sin * m.Y), (sin * m.X) + (cos * m.Y), m.Z);
        }
    }
}
