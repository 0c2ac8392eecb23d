using System.Numerics;
using MagHopfield.Micromagnetics.Fields;
using MagHopfield.Micromagnetics.Materials;
using MagHopfield.Micromagnetics.Terms;
using MagHopfield.Model.Keys;

namespace MagHopfield.Model.Drives;

/// <summary>The Zeeman term of a run, which follows the external field of a stage in time.</summary>
internal sealed class ExternalField<T>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    private readonly Dictionary<string, (VectorField<T> Field, Vector3D Average, double Largest)> _files = [];
    private Vector3D _average;
    private double _largest;

    public ExternalField(Ferromagnet body, IReadOnlyCollection<DriveField> fields)
    {
        Term = new Zeeman<T>(body, default(Vector3D)) { UniformAt = UniformAt, SpatialScaleAt = SpatialScaleAt };
        foreach (string path in fields.Select(f => f.Spatial?.File).OfType<string>().Distinct())
        {
            VectorField<T> field = FromFile(path, body.Mesh);
            _files[path] = (field, field.Average(body.Geometry), Enumerable.Range(0, body.Mesh.CellCount).Max(i => field[i].Length));
        }
    }

    /// <summary>The term.</summary>
    public Zeeman<T> Term { get; }

    /// <summary>Average of the field over the body in A/m, as it is set.</summary>
    public Vector3D Average => Term.Uniform + (Term.SpatialScale * _average);

    /// <summary>Factor on the whole field, which a feedback sets; 1 without.</summary>
    public double Factor { get; set; } = 1;

    /// <summary>The field of the stage, and which of its corners lie behind.</summary>
    public FieldClock Clock { get; private set; } = new(DriveField.None, 0);

    /// <summary>Takes the field of a stage, and sets its value.</summary>
    /// <param name="clock">The field of the stage.</param>
    /// <param name="time">Time of the run in seconds.</param>
    public void Take(FieldClock clock, double time)
    {
        (Term.Spatial, _average, _largest) = clock.Field.Spatial is SpatialField spatial ? _files[spatial.File] : (null, default, 0);
        Clock = clock;
        Term.SetTime(time);
    }

    private Vector3D UniformAt(double time)
    {
        (double own, bool before) = Clock.Own(time);
        return Factor * Clock.Field.At(own, before);
    }

    private double SpatialScaleAt(double time)
    {
        (double own, bool before) = Clock.Own(time);
        return Factor * Clock.Field.SpatialScaleAt(own, before);
    }

    /// <summary>The field as it is set.</summary>
    public Value Now => new(Term.Uniform, Term.Spatial, Term.Spatial is null ? 0 : Term.SpatialScale, _largest);

    /// <summary>All that the values of a field hang on: two alike are one field, cell by cell.</summary>
    /// <param name="Uniform">Its uniform part in A/m.</param>
    /// <param name="Spatial">The part that varies in space before scaling, in A/m, or null.</param>
    /// <param name="Scale">Factor on that part.</param>
    /// <param name="LargestSpatial">Largest length of a vector of that part before scaling, in A/m.</param>
    internal readonly record struct Value(Vector3D Uniform, VectorField<T>? Spatial, double Scale, double LargestSpatial)
    {
        /// <summary>No cell has a stronger field, in A/m.</summary>
        public double Largest => Uniform.Length + (Math.Abs(Scale) * LargestSpatial);

        /// <summary>No cell differs by more from another value of the same stage's field, in A/m.</summary>
        public double LargestDifference(Value other) => (Uniform - other.Uniform).Length + (Math.Abs(Scale - other.Scale) * LargestSpatial);
    }

    /// <summary>The field of a file in A/m.</summary>
    /// <exception cref="MagHopfield.Toml.ProblemFileException">It cannot be read, or does not fit.</exception>
    public static VectorField<T> FromFile(string path, Mesh mesh)
    {
        const string what = "spatial field";
        return FieldFile.Finite(FieldFile.Read<T>(path, mesh, what, "spatial_file of [field]", OvfUnit.OfMagnetisation), path, what);
    }
}
