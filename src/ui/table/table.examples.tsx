import type { Example } from "../../features/preview/examples.ts"
import { SortedHeading, Table } from "./table.tsx"

export const tableExamples: Example[] = [
  {
    state: "sorted by a column",
    show: ({ path }) => (
      <Table caption="Hợp tác xã theo lĩnh vực">
        <thead>
          <tr>
            <SortedHeading name="Lĩnh vực" href={path} sorted="ascending" />
            <SortedHeading name="Số hợp tác xã" href={path} number />
          </tr>
        </thead>
        <tbody>
          <tr>
            <th scope="row">Chăn nuôi</th>
            <td class="table__number">42</td>
          </tr>
          <tr>
            <th scope="row">Trồng trọt</th>
            <td class="table__number">1.250</td>
          </tr>
        </tbody>
      </Table>
    ),
  },
]
