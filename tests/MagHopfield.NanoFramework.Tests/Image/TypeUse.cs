using Mono.Cecil;
using Mono.Cecil.Cil;

namespace MagHopfield.NanoFramework.Tests.Image;

/// <summary>A type that the image names, with the place where it does.</summary>
internal sealed record TypeUse(TypeReference Type, Finding Place)
{
    /// <summary>Every type named by a declaration or an instruction.</summary>
    public static IEnumerable<TypeUse> All(FirmwareImage image)
    {
        foreach (TypeDefinition type in image.Types)
        {
            IEnumerable<TypeReference?> bases = type.Interfaces.Select(contract => contract.InterfaceType).Prepend(type.BaseType);
            foreach (TypeReference? named in bases.Concat(type.Fields.Select(field => field.FieldType)))
            {
                if (named != null)
                {
                    FieldDefinition? field = type.Fields.FirstOrDefault(f => ReferenceEquals(f.FieldType, named));
                    yield return new TypeUse(named, image.At((IMemberDefinition?)field ?? type, ""));
                }
            }
        }

        foreach (MethodDefinition method in image.Methods)
        {
            IEnumerable<TypeReference> signature = method.Parameters.Select(parameter => parameter.ParameterType).Append(method.ReturnType);
            IEnumerable<TypeReference> locals = method.HasBody ? method.Body.Variables.Select(local => local.VariableType) : [];
            foreach (TypeReference named in signature.Concat(locals))
                yield return new TypeUse(named, image.At(method, ""));

            foreach (Instruction instruction in method.HasBody ? method.Body.Instructions : [])
            {
                foreach (TypeReference named in Named(instruction))
                    yield return new TypeUse(named, image.At(method, instruction, ""));
            }
        }
    }

    /// <summary>Whether the type, what it is made of or what it is made with, fits.</summary>
    public bool Holds(Func<TypeReference, bool> fits) => Holds(Type, fits);

    private static bool Holds(TypeReference type, Func<TypeReference, bool> fits) =>
        fits(type)
        || (type is TypeSpecification specification && Holds(specification.ElementType, fits))
        || (type is GenericInstanceType generic && generic.GenericArguments.Any(argument => Holds(argument, fits)));

    private static IEnumerable<TypeReference> Named(Instruction instruction) => instruction.Operand switch
    {
        TypeReference type => [type],
        FieldReference field => [field.DeclaringType, field.FieldType],
        MethodReference method => method.Parameters.Select(parameter => parameter.ParameterType)
            .Append(method.ReturnType).Append(method.DeclaringType),
        _ => [],
    };
}
