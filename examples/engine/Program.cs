// The micromagnetic engine alone: a permalloy element of 160 nm × 80 nm × 5 nm comes to rest along its long axis and is switched by a field
// of 80 mT against it, 10 degrees off the axis. Prints the average of m every 0.1 ns; all quantities are in SI units.
//     dotnet run -c Release --project examples/engine
using System.Globalization;
using MagHopfield.Micromagnetics.Dynamics;
using MagHopfield.Micromagnetics.Fields;
using MagHopfield.Micromagnetics.InitialState;
using MagHopfield.Micromagnetics.Materials;
using MagHopfield.Micromagnetics.Minimisation;
using MagHopfield.Micromagnetics.Run;
using MagHopfield.Micromagnetics.Terms;

CultureInfo.CurrentCulture = CultureInfo.InvariantCulture;
Ferromagnet body = new(new Mesh(32, 16, 1, 5e-9, 5e-9, 5e-9), 8e5);
Zeeman<double> field = new(body, (0, 0, 0));
LandauLifshitzGilbert<double> equation = new(body, 0.1, new Exchange<double>(body, 1.3e-11), new Demagnetisation<double>(body), field);
VectorField<double> m = UniformState.Create<double>(body.Geometry, (1, 0.1, 0));

BarzilaiBorwein<double> descent = new(equation);
descent.Minimise(m, maxTorque: 10);
Console.WriteLine($"at rest after {descent.Steps} steps, energy {equation.TotalEnergy(m):0.000e-0} J");

double strength = 80e-3 / PhysicalConstants.Mu0, angle = 170 * Math.PI / 180;
field.Uniform = (strength * Math.Cos(angle), strength * Math.Sin(angle), 0);
Simulation<double> simulation = new(equation, m);
Console.WriteLine("t (ns)   mx       my       mz");
simulation.RunSampled(1e-9, 1e-10, (t, state) =>
{
    Vector3D mean = state.Average(body.Geometry);
    Console.WriteLine($"{1e9 * t:0.0}  {mean.X,8:0.000} {mean.Y,8:0.000} {mean.Z,8:0.000}");
});
