using System.Numerics;
using MagHopfield.Micromagnetics;
using MagHopfield.Micromagnetics.Energy;
using MagHopfield.Problems.Keys;
using MagHopfield.Problems.Parameters;

namespace MagHopfield.Problems.Model;

/// <summary>The Zeeman term of a run, set to the external field of a stage and a time.</summary>
internal sealed class ExternalField<T>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    private readonly Dictionary<string, (VectorField<T> Field, Vector3D Average)> _files = [];
    private Vector3D _average;

    public ExternalField(Ferromagnet body, IReadOnlyCollection<DriveField> fields)
    {
        Term = new Zeeman<T>(body, default(Vector3D));
        foreach (string path in fields.Select(f => f.Spatial?.File).OfType<string>().Distinct())
        {
            const string what = "spatial field";
            VectorField<T> field = FieldFile.Read<T>(path, body.Mesh, what, "spatial_file of [field]", Unit.OfMagnetisation);
            _files[path] = (FieldFile.Finite(field, path, what), field.Average(body.Geometry));
        }
    }

    /// <summary>The term.</summary>
    public Zeeman<T> Term { get; }

    /// <summary>Average of the field over the body in A/m, as it is set.</summary>
    public Vector3D Average => Term.Uniform + (Term.SpatialScale * _average);

    /// <summary>Takes the field of a stage; its values are set by <see cref="Set"/>.</summary>
    public void Take(DriveField field)
    {
        (Term.Spatial, _average) = field.Spatial is SpatialField spatial ? _files[spatial.File] : (null, default);
    }

    /// <summary>Sets the values of a field.</summary>
    /// <param name="clock">The field of the stage.</param>
    /// <param name="time">Time of the run in seconds.</param>
    public void Set(FieldClock clock, double time)
    {
        (double own, bool before) = clock.Own(time);
        Term.Uniform = clock.Field.At(own, before);
        Term.SpatialScale = clock.Field.SpatialScaleAt(own, before);
    }

    /// <summary>All that the values of the field hang on: two alike are one field, cell by cell.</summary>
    public (Vector3D Uniform, VectorField<T>? Spatial, double Scale) State => (Term.Uniform, Term.Spatial, Term.Spatial is null ? 0 : Term.SpatialScale);
}
