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
    /// <param name="field">The field of the stage.</param>
    /// <param name="time">Its own time in seconds.</param>
    /// <param name="before">At a jump, whether the value before it is wanted.</param>
    public void Set(DriveField field, double time, bool before = false)
    {
        Term.Uniform = field.At(time, before);
        Term.SpatialScale = field.SpatialScaleAt(time, before);
    }
}
